"""The journal on disk: keys, the encrypted file, and the only SQL there is."""
