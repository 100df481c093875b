"""How good the answers are: judged questions over a folder of texts, asked of every engine."""
