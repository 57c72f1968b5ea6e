"""The code panel: questions, positions, definitions, notes. Imports the faces and words of ui."""
