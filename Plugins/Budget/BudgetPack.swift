// Empty until the pack is built.
