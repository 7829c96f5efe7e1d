#@ File (label = "Chest X-ray") image
#@ File (label = "Folder for the results", style = "directory") output
#@output String summary

// Classifies one image with RadCAM's library itself, as a start for scripts of your own: open it in
// the Script Editor of Fiji (File > New > Script...) and run it. The folder gets the image with its
// heat map, the heat map's values (32 bit, in logit units), and everything else as JSON.

import java.nio.file.Files
import org.radcam.classify.Case
import org.radcam.classify.Classifier
import org.radcam.classify.ClassifyOptions
import org.radcam.classify.ResultJson
import org.radcam.engine.DeviceChoice
import org.radcam.io.AtomicFiles
import org.radcam.io.FloatTiff
import org.radcam.io.ImageFiles
import org.radcam.io.PngImages
import org.radcam.render.HeatMapRenderer
import org.radcam.render.HeatStyle
import org.radcam.task.Tasks
import org.radcam.zoo.ModelZoo

task = Tasks.get("chest-xray")
source = ImageFiles.read(image.toPath())
model = ModelZoo.standard().packagesFor(task.key()).get(0)
classifier = Classifier.open(model, DeviceChoice.AUTO)
try {
  subject = Case.of(task.referenceRole().key(), source, Optional.empty())
  result = classifier.classify(subject, ClassifyOptions.DEFAULT)
} finally {
  classifier.close()
}

heat = result.heatMap().get()
overlay = HeatMapRenderer.overlay(
    source.volume(), source.traits().storedBrightness(), heat.displayed(), 0, HeatStyle.DEFAULT)
folder = Files.createDirectories(output.toPath())
PngImages.write(folder.resolve("overlay.png"), overlay)
FloatTiff.write(folder.resolve("heatmap.tif"), heat.onSource())
AtomicFiles.writeString(folder.resolve("result.json"), ResultJson.text(ResultJson.toJson(result)))

predicted = result.predicted()
summary = "${image.name}: ${predicted.label().key()} ${predicted.probability()}".toString()
result.warnings().each { summary += "\nWarning: " + it.message() }
summary += "\n" + result.standing().sentence()
println summary
