// Tells how good predictions are: metrics.json, metrics.csv, plots and report.html in a folder.
//
//   ./radcam macro macros/evaluate.ijm "file=PREDICTIONS.csv output=DIR"
//   ./radcam macro macros/evaluate.ijm "file=RESULTS.csv labels=LABELS.csv output=DIR"
//
// file has the columns case, label and p_<class> (or predicted), and if wanted patient, split and model.
// labels has case and label, for predictions without labels. Values with blanks stand in brackets.

predictions = option("file");
labels = option("labels");
output = option("output");
if (predictions == "" || output == "") {
  exit("evaluate.ijm needs an argument: file=PREDICTIONS.csv output=DIR");
}
options = "file=[" + predictions + "] output=[" + output + "]";
if (labels != "") options = options + " labels=[" + labels + "]";
run("Evaluate...", options);

// The value of key in the macro's argument, or "".
function option(key) {
  text = " " + getArgument() + " ";
  start = indexOf(text, " " + key + "=");
  if (start < 0) return "";
  start = start + lengthOf(key) + 2;
  end = indexOf(text, " ", start);
  if (substring(text, start, start + 1) == "[") {
    start = start + 1;
    end = indexOf(text, "]", start);
  }
  return substring(text, start, end);
}
