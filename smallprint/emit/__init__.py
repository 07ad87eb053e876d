"""What is written of a checked policy: modules, pages, data, a schema. One module a kind, none needs another."""
