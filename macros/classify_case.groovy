#@ File (label = "T2-weighted MRI") t2wi
#@ File (label = "Contrast-enhanced T1-weighted MRI") ce_t1wi
#@ File (label = "ADC map") adc
#@ File (label = "Region of interest, a mask on the grid of the first") roi
#@ String (label = "Age (years, or unknown)", value = "unknown") age
#@ String (label = "Sex (female, male or unknown)", value = "unknown") sex
#@ File (label = "Folder for the results", style = "directory") output
#@output String summary

// Classifies one case of several images with RadCAM's library itself, as a start for scripts of your
// own: open it in the Script Editor of Fiji (File > New > Script...) and run it. Images are files
// (NIfTI, NRRD, DICOM) or folders with a DICOM series, each on its own grid. The folder gets the heat
// map on the grid of each image (NIfTI, 32 bit, in logit units) and everything else as JSON.

import java.nio.file.Files
import org.radcam.classify.Case
import org.radcam.classify.Classifier
import org.radcam.classify.ClassifyOptions
import org.radcam.classify.ResultJson
import org.radcam.engine.DeviceChoice
import org.radcam.io.AtomicFiles
import org.radcam.io.ImageFiles
import org.radcam.io.MaskFiles
import org.radcam.io.NiftiImages
import org.radcam.task.Tasks
import org.radcam.zoo.ModelZoo

task = Tasks.get("sinonasal")
images = [:]
[t2wi, ce_t1wi, adc].eachWithIndex { file, n ->
  images[task.roles()[n].key()] = ImageFiles.read(file.toPath())
}
reference = images[task.referenceRole().key()]
mask = MaskFiles.read(roi.toPath(), reference.geometry())
clinical = [age: age, sex: sex].findAll { it.value != "unknown" }

model = ModelZoo.standard().packagesFor(task.key()).get(0)
classifier = Classifier.open(model, DeviceChoice.AUTO)
try {
  subject = new Case(roi.name, images, Optional.of(mask), clinical)
  result = classifier.classify(subject, ClassifyOptions.DEFAULT)
} finally {
  classifier.close()
}

folder = Files.createDirectories(output.toPath())
heat = result.heatMap().get()
result.grids().each { role, grid ->
  NiftiImages.write(folder.resolve("heatmap-" + role + ".nii.gz"), heat.on(grid).onSource())
}
AtomicFiles.writeString(folder.resolve("result.json"), ResultJson.text(ResultJson.toJson(result)))

predicted = result.predicted()
summary = "${predicted.label().title()}: ${predicted.probability()}".toString()
result.contributions().findAll { it.classKey() == predicted.label().key() }.each {
  summary += "\n" + it.source() + " adds " + it.probability() + " to its probability"
}
result.warnings().each { summary += "\nWarning: " + it.message() }
summary += "\n" + result.standing().sentence()
println summary
