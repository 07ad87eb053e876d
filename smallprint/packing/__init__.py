"""The parts of `pack`: what runs inside Pyodide at build, and files that are named by their content and compressed."""
