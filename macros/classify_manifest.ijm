// Classifies the cases of a manifest: a CSV file with one row a case and the columns case, patient,
// image:ROLE (or image), roi and the task's clinical values, as in docs/training.md; a label is not
// needed. The output folder gets results.csv, patients.csv where a patient has several lesions or
// cases, and for each case overlay.png, its heat maps and result.json.
//
//   ./radcam macro macros/classify_manifest.ijm "task=sinonasal input=MANIFEST.csv output=DIR"
//
// Further options: model=ID device=auto|cpu|cuda heatmap=predicted|none|CLASS method=grad-cam
// lesions=one|each minvoxels=10 everygrid=true acceptframes=true strict=true opacity=0.5
// colours=Turbo threshold=0.2. Paths with blanks: input=[my cases.csv].
// A second run with the same output folder goes on where the first one ended.

options = getArgument();
if (options == "") {
  exit("classify_manifest.ijm needs an argument: task=sinonasal input=MANIFEST.csv output=DIR");
}
run("Classify Manifest...", options);
