import { getCurrentInstance, hasInjectionContext, inject, watch, getCurrentScope, onScopeDispose, onMounted, nextTick, isRef, toValue, toRef as toRef$1, readonly, customRef, ref, shallowRef, watchEffect, computed, unref, reactive, onUnmounted, markRaw, defineComponent, h } from "vue";
function deserializeFunctions(r) {
  return Array.isArray(r) ? r.map(deserializeFunctions) : typeof r == "object" && r !== null ? Object.keys(r).reduce((t, n) => (t[n] = deserializeFunctions(r[n]), t), {}) : typeof r == "string" && r.startsWith("_vp-fn_") ? new Function(`return ${r.slice(7)}`)() : r;
}
const siteData = deserializeFunctions(JSON.parse('{"lang":"en","dir":"ltr","title":"cropgrad","description":"Differentiable image cropping for JavaScript: gradients flow to the image and to the box.","base":"/cropgrad/","head":[],"router":{"prefetchLinks":false},"appearance":true,"themeConfig":{"logo":{"src":"/favicon.svg","alt":""},"nav":[{"text":"Playground","link":"/playground"},{"text":"Gallery","link":"/gallery/","activeMatch":"/gallery/"},{"text":"Guide","link":"/guide/getting-started","activeMatch":"/guide/"},{"text":"API","link":"/api/","activeMatch":"/api/"},{"text":"v0.1.0","link":"https://github.com/cropgrad/cropgrad/releases"}],"sidebar":{"/api/@":[{"text":"API reference","link":"/api/"},{"text":"@cropgrad/core","link":"/api/@cropgrad/core","items":[{"text":"Box","items":[{"text":"boxesFromPixels","link":"/api/@cropgrad/core/boxesFromPixels"},{"text":"boxesToPixels","link":"/api/@cropgrad/core/boxesToPixels"},{"text":"boxesFromUnit","link":"/api/@cropgrad/core/boxesFromUnit"},{"text":"boxesToUnit","link":"/api/@cropgrad/core/boxesToUnit"},{"text":"enlargeBoxes","link":"/api/@cropgrad/core/enlargeBoxes"},{"text":"squareBoxes","link":"/api/@cropgrad/core/squareBoxes"},{"text":"letterboxBoxes","link":"/api/@cropgrad/core/letterboxBoxes"}]},{"text":"Theta","items":[{"text":"boxToTheta","link":"/api/@cropgrad/core/boxToTheta"},{"text":"rotatedBoxToTheta","link":"/api/@cropgrad/core/rotatedBoxToTheta"},{"text":"quadToTheta","link":"/api/@cropgrad/core/quadToTheta"},{"text":"thetaFromPixels","link":"/api/@cropgrad/core/thetaFromPixels"},{"text":"thetaToPixels","link":"/api/@cropgrad/core/thetaToPixels"},{"text":"composeTheta","link":"/api/@cropgrad/core/composeTheta"},{"text":"invertTheta","link":"/api/@cropgrad/core/invertTheta"},{"text":"transformPoints","link":"/api/@cropgrad/core/transformPoints"}]},{"text":"Grid","items":[{"text":"affineGrid","link":"/api/@cropgrad/core/affineGrid"},{"text":"perspectiveGrid","link":"/api/@cropgrad/core/perspectiveGrid"},{"text":"flowGrid","link":"/api/@cropgrad/core/flowGrid"},{"text":"tpsGrid","link":"/api/@cropgrad/core/tpsGrid"}]},{"text":"Sample","items":[{"text":"gridSample","link":"/api/@cropgrad/core/gridSample"},{"text":"affineSample","link":"/api/@cropgrad/core/affineSample"},{"text":"perspectiveSample","link":"/api/@cropgrad/core/perspectiveSample"},{"text":"gridSampleJvp","link":"/api/@cropgrad/core/gridSampleJvp"},{"text":"coverage","link":"/api/@cropgrad/core/coverage"}]},{"text":"Crop","items":[{"text":"crop","link":"/api/@cropgrad/core/crop"},{"text":"cropQuads","link":"/api/@cropgrad/core/cropQuads"},{"text":"pasteCrop","link":"/api/@cropgrad/core/pasteCrop"}]},{"text":"Errors and backends","items":[{"text":"CropError","link":"/api/@cropgrad/core/CropError"},{"text":"registerCropBackend","link":"/api/@cropgrad/core/registerCropBackend"}]}],"collapsed":true},{"text":"@cropgrad/drop-in","link":"/api/@cropgrad/drop-in","items":[{"text":"As in TensorFlow.js","items":[{"text":"cropAndResize","link":"/api/@cropgrad/drop-in/cropAndResize"},{"text":"transform","link":"/api/@cropgrad/drop-in/transform"},{"text":"resizeBilinear","link":"/api/@cropgrad/drop-in/resizeBilinear"}]},{"text":"As in torchvision","items":[{"text":"roiAlign","link":"/api/@cropgrad/drop-in/roiAlign"},{"text":"prRoiPool","link":"/api/@cropgrad/drop-in/prRoiPool"}]}],"collapsed":true},{"text":"@cropgrad/layers","link":"/api/@cropgrad/layers","items":[{"text":"CropLayer","link":"/api/@cropgrad/layers/CropLayer"},{"text":"AffineSampleLayer","link":"/api/@cropgrad/layers/AffineSampleLayer"},{"text":"SpatialTransformer","link":"/api/@cropgrad/layers/SpatialTransformer"}],"collapsed":true},{"text":"@cropgrad/register","link":"/api/@cropgrad/register","items":[{"text":"Align","items":[{"text":"register","link":"/api/@cropgrad/register/register"},{"text":"registerSteps","link":"/api/@cropgrad/register/registerSteps"},{"text":"registerByGradient","link":"/api/@cropgrad/register/registerByGradient"},{"text":"registerVolumes","link":"/api/@cropgrad/register/registerVolumes"}]},{"text":"Find","items":[{"text":"findCrop","link":"/api/@cropgrad/register/findCrop"}]}],"collapsed":true},{"text":"@cropgrad/arrays","link":"/api/@cropgrad/arrays","items":[{"text":"cropArray","link":"/api/@cropgrad/arrays/cropArray"}],"collapsed":true},{"text":"Backends and tools","collapsed":true,"items":[{"text":"cropgrad-align","link":"/api/cropgrad-align"},{"text":"@cropgrad/backend-cpu","link":"/api/@cropgrad/backend-cpu"},{"text":"@cropgrad/backend-cpu/kernels","link":"/api/@cropgrad/backend-cpu/kernels","items":[{"text":"Points","items":[{"text":"affineGrid","link":"/api/@cropgrad/backend-cpu/kernels/affineGrid"},{"text":"affineGridGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/affineGridGradTheta"},{"text":"perspectiveGrid","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveGrid"},{"text":"perspectiveGridGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveGridGradTheta"}]},{"text":"Samples","items":[{"text":"gridSample","link":"/api/@cropgrad/backend-cpu/kernels/gridSample"},{"text":"affineSample","link":"/api/@cropgrad/backend-cpu/kernels/affineSample"},{"text":"perspectiveSample","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSample"}]},{"text":"Gradients by the image","items":[{"text":"gridSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/gridSampleGradImage"},{"text":"affineSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/affineSampleGradImage"},{"text":"perspectiveSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSampleGradImage"}]},{"text":"Gradients by the points","items":[{"text":"gridSampleGradGrid","link":"/api/@cropgrad/backend-cpu/kernels/gridSampleGradGrid"},{"text":"affineSampleGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/affineSampleGradTheta"},{"text":"perspectiveSampleGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSampleGradTheta"}]}]},{"text":"@cropgrad/backend-gpujs","link":"/api/@cropgrad/backend-gpujs"},{"text":"@cropgrad/backend-wasm","link":"/api/@cropgrad/backend-wasm"},{"text":"@cropgrad/backend-webgl","link":"/api/@cropgrad/backend-webgl"},{"text":"@cropgrad/backend-webgpu","link":"/api/@cropgrad/backend-webgpu"},{"text":"@cropgrad/conformance/vectors","link":"/api/@cropgrad/conformance/vectors","items":[{"text":"Read","items":[{"text":"readVectors","link":"/api/@cropgrad/conformance/vectors/readVectors"},{"text":"VectorOptions","link":"/api/@cropgrad/conformance/vectors/VectorOptions"},{"text":"VectorGroup","link":"/api/@cropgrad/conformance/vectors/VectorGroup"},{"text":"Vector","link":"/api/@cropgrad/conformance/vectors/Vector"},{"text":"VectorArray","link":"/api/@cropgrad/conformance/vectors/VectorArray"},{"text":"ExpectedArray","link":"/api/@cropgrad/conformance/vectors/ExpectedArray"},{"text":"probesOf","link":"/api/@cropgrad/conformance/vectors/probesOf"}]},{"text":"Answer","items":[{"text":"readAnswers","link":"/api/@cropgrad/conformance/vectors/readAnswers"},{"text":"AnswersFile","link":"/api/@cropgrad/conformance/vectors/AnswersFile"}]},{"text":"Judge","items":[{"text":"judge","link":"/api/@cropgrad/conformance/vectors/judge"},{"text":"compare","link":"/api/@cropgrad/conformance/vectors/compare"},{"text":"SamplerResult","link":"/api/@cropgrad/conformance/vectors/SamplerResult"},{"text":"GroupResult","link":"/api/@cropgrad/conformance/vectors/GroupResult"},{"text":"Failure","link":"/api/@cropgrad/conformance/vectors/Failure"}]},{"text":"Report","items":[{"text":"formatResults","link":"/api/@cropgrad/conformance/vectors/formatResults"},{"text":"describeFailure","link":"/api/@cropgrad/conformance/vectors/describeFailure"},{"text":"describeTaps","link":"/api/@cropgrad/conformance/vectors/describeTaps"}]}]},{"text":"cropgrad-find","link":"/api/cropgrad-find"},{"text":"@cropgrad/layers/wasm-training","link":"/api/@cropgrad/layers/wasm-training"}]},{"text":"For authors of backends","collapsed":true,"items":[{"text":"@cropgrad/core/backend","link":"/api/@cropgrad/core/backend","items":[{"text":"Backend","items":[{"text":"CropBackend","link":"/api/@cropgrad/core/backend/CropBackend"},{"text":"Capabilities","link":"/api/@cropgrad/core/backend/Capabilities"},{"text":"Sampling","link":"/api/@cropgrad/core/backend/Sampling"},{"text":"capabilitiesOf","link":"/api/@cropgrad/core/backend/capabilitiesOf"}]},{"text":"What a kernel is asked for","items":[{"text":"CropKernelArgs","link":"/api/@cropgrad/core/backend/CropKernelArgs"},{"text":"AffineGridAttrs","link":"/api/@cropgrad/core/backend/AffineGridAttrs"},{"text":"SampleAttrs","link":"/api/@cropgrad/core/backend/SampleAttrs"},{"text":"AffineSampleAttrs","link":"/api/@cropgrad/core/backend/AffineSampleAttrs"},{"text":"ImageGradientAttrs","link":"/api/@cropgrad/core/backend/ImageGradientAttrs"},{"text":"AffineImageGradientAttrs","link":"/api/@cropgrad/core/backend/AffineImageGradientAttrs"},{"text":"PointGradientAttrs","link":"/api/@cropgrad/core/backend/PointGradientAttrs"},{"text":"AffinePointGradientAttrs","link":"/api/@cropgrad/core/backend/AffinePointGradientAttrs"},{"text":"TangentImageGradientAttrs","link":"/api/@cropgrad/core/backend/TangentImageGradientAttrs"},{"text":"ResolvedSampleOptions","link":"/api/@cropgrad/core/backend/ResolvedSampleOptions"}]},{"text":"Boxes on the host","items":[{"text":"writeThetas","link":"/api/@cropgrad/core/backend/writeThetas"},{"text":"writeBoxGradients","link":"/api/@cropgrad/core/backend/writeBoxGradients"}]},{"text":"Rules of other libraries","items":[{"text":"PeerRules","link":"/api/@cropgrad/core/backend/PeerRules"},{"text":"affineSampleWith","link":"/api/@cropgrad/core/backend/affineSampleWith"},{"text":"gridSampleWith","link":"/api/@cropgrad/core/backend/gridSampleWith"}]},{"text":"Arguments and errors","items":[{"text":"checkCropOptions","link":"/api/@cropgrad/core/backend/checkCropOptions"},{"text":"readSize","link":"/api/@cropgrad/core/backend/readSize"},{"text":"describeValue","link":"/api/@cropgrad/core/backend/describeValue"}]}]},{"text":"@cropgrad/conformance","link":"/api/@cropgrad/conformance","items":[{"text":"In a test runner","items":[{"text":"testBackend","link":"/api/@cropgrad/conformance/testBackend"},{"text":"TestBackendOptions","link":"/api/@cropgrad/conformance/TestBackendOptions"}]},{"text":"Without one","items":[{"text":"mount","link":"/api/@cropgrad/conformance/mount"},{"text":"Mounted","link":"/api/@cropgrad/conformance/Mounted"},{"text":"Subject","link":"/api/@cropgrad/conformance/Subject"},{"text":"runCheck","link":"/api/@cropgrad/conformance/runCheck"},{"text":"RunOptions","link":"/api/@cropgrad/conformance/RunOptions"},{"text":"CheckResult","link":"/api/@cropgrad/conformance/CheckResult"},{"text":"Worst","link":"/api/@cropgrad/conformance/Worst"}]},{"text":"What a check is","items":[{"text":"Check","link":"/api/@cropgrad/conformance/Check"},{"text":"CheckContext","link":"/api/@cropgrad/conformance/CheckContext"},{"text":"Covers","link":"/api/@cropgrad/conformance/Covers"},{"text":"CheckFailure","link":"/api/@cropgrad/conformance/CheckFailure"}]}]}]}],"/api/cropgrad":[{"text":"API reference","link":"/api/"},{"text":"@cropgrad/core","link":"/api/@cropgrad/core","items":[{"text":"Box","items":[{"text":"boxesFromPixels","link":"/api/@cropgrad/core/boxesFromPixels"},{"text":"boxesToPixels","link":"/api/@cropgrad/core/boxesToPixels"},{"text":"boxesFromUnit","link":"/api/@cropgrad/core/boxesFromUnit"},{"text":"boxesToUnit","link":"/api/@cropgrad/core/boxesToUnit"},{"text":"enlargeBoxes","link":"/api/@cropgrad/core/enlargeBoxes"},{"text":"squareBoxes","link":"/api/@cropgrad/core/squareBoxes"},{"text":"letterboxBoxes","link":"/api/@cropgrad/core/letterboxBoxes"}]},{"text":"Theta","items":[{"text":"boxToTheta","link":"/api/@cropgrad/core/boxToTheta"},{"text":"rotatedBoxToTheta","link":"/api/@cropgrad/core/rotatedBoxToTheta"},{"text":"quadToTheta","link":"/api/@cropgrad/core/quadToTheta"},{"text":"thetaFromPixels","link":"/api/@cropgrad/core/thetaFromPixels"},{"text":"thetaToPixels","link":"/api/@cropgrad/core/thetaToPixels"},{"text":"composeTheta","link":"/api/@cropgrad/core/composeTheta"},{"text":"invertTheta","link":"/api/@cropgrad/core/invertTheta"},{"text":"transformPoints","link":"/api/@cropgrad/core/transformPoints"}]},{"text":"Grid","items":[{"text":"affineGrid","link":"/api/@cropgrad/core/affineGrid"},{"text":"perspectiveGrid","link":"/api/@cropgrad/core/perspectiveGrid"},{"text":"flowGrid","link":"/api/@cropgrad/core/flowGrid"},{"text":"tpsGrid","link":"/api/@cropgrad/core/tpsGrid"}]},{"text":"Sample","items":[{"text":"gridSample","link":"/api/@cropgrad/core/gridSample"},{"text":"affineSample","link":"/api/@cropgrad/core/affineSample"},{"text":"perspectiveSample","link":"/api/@cropgrad/core/perspectiveSample"},{"text":"gridSampleJvp","link":"/api/@cropgrad/core/gridSampleJvp"},{"text":"coverage","link":"/api/@cropgrad/core/coverage"}]},{"text":"Crop","items":[{"text":"crop","link":"/api/@cropgrad/core/crop"},{"text":"cropQuads","link":"/api/@cropgrad/core/cropQuads"},{"text":"pasteCrop","link":"/api/@cropgrad/core/pasteCrop"}]},{"text":"Errors and backends","items":[{"text":"CropError","link":"/api/@cropgrad/core/CropError"},{"text":"registerCropBackend","link":"/api/@cropgrad/core/registerCropBackend"}]}],"collapsed":true},{"text":"@cropgrad/drop-in","link":"/api/@cropgrad/drop-in","items":[{"text":"As in TensorFlow.js","items":[{"text":"cropAndResize","link":"/api/@cropgrad/drop-in/cropAndResize"},{"text":"transform","link":"/api/@cropgrad/drop-in/transform"},{"text":"resizeBilinear","link":"/api/@cropgrad/drop-in/resizeBilinear"}]},{"text":"As in torchvision","items":[{"text":"roiAlign","link":"/api/@cropgrad/drop-in/roiAlign"},{"text":"prRoiPool","link":"/api/@cropgrad/drop-in/prRoiPool"}]}],"collapsed":true},{"text":"@cropgrad/layers","link":"/api/@cropgrad/layers","items":[{"text":"CropLayer","link":"/api/@cropgrad/layers/CropLayer"},{"text":"AffineSampleLayer","link":"/api/@cropgrad/layers/AffineSampleLayer"},{"text":"SpatialTransformer","link":"/api/@cropgrad/layers/SpatialTransformer"}],"collapsed":true},{"text":"@cropgrad/register","link":"/api/@cropgrad/register","items":[{"text":"Align","items":[{"text":"register","link":"/api/@cropgrad/register/register"},{"text":"registerSteps","link":"/api/@cropgrad/register/registerSteps"},{"text":"registerByGradient","link":"/api/@cropgrad/register/registerByGradient"},{"text":"registerVolumes","link":"/api/@cropgrad/register/registerVolumes"}]},{"text":"Find","items":[{"text":"findCrop","link":"/api/@cropgrad/register/findCrop"}]}],"collapsed":true},{"text":"@cropgrad/arrays","link":"/api/@cropgrad/arrays","items":[{"text":"cropArray","link":"/api/@cropgrad/arrays/cropArray"}],"collapsed":true},{"text":"Backends and tools","collapsed":true,"items":[{"text":"cropgrad-align","link":"/api/cropgrad-align"},{"text":"@cropgrad/backend-cpu","link":"/api/@cropgrad/backend-cpu"},{"text":"@cropgrad/backend-cpu/kernels","link":"/api/@cropgrad/backend-cpu/kernels","items":[{"text":"Points","items":[{"text":"affineGrid","link":"/api/@cropgrad/backend-cpu/kernels/affineGrid"},{"text":"affineGridGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/affineGridGradTheta"},{"text":"perspectiveGrid","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveGrid"},{"text":"perspectiveGridGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveGridGradTheta"}]},{"text":"Samples","items":[{"text":"gridSample","link":"/api/@cropgrad/backend-cpu/kernels/gridSample"},{"text":"affineSample","link":"/api/@cropgrad/backend-cpu/kernels/affineSample"},{"text":"perspectiveSample","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSample"}]},{"text":"Gradients by the image","items":[{"text":"gridSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/gridSampleGradImage"},{"text":"affineSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/affineSampleGradImage"},{"text":"perspectiveSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSampleGradImage"}]},{"text":"Gradients by the points","items":[{"text":"gridSampleGradGrid","link":"/api/@cropgrad/backend-cpu/kernels/gridSampleGradGrid"},{"text":"affineSampleGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/affineSampleGradTheta"},{"text":"perspectiveSampleGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSampleGradTheta"}]}]},{"text":"@cropgrad/backend-gpujs","link":"/api/@cropgrad/backend-gpujs"},{"text":"@cropgrad/backend-wasm","link":"/api/@cropgrad/backend-wasm"},{"text":"@cropgrad/backend-webgl","link":"/api/@cropgrad/backend-webgl"},{"text":"@cropgrad/backend-webgpu","link":"/api/@cropgrad/backend-webgpu"},{"text":"@cropgrad/conformance/vectors","link":"/api/@cropgrad/conformance/vectors","items":[{"text":"Read","items":[{"text":"readVectors","link":"/api/@cropgrad/conformance/vectors/readVectors"},{"text":"VectorOptions","link":"/api/@cropgrad/conformance/vectors/VectorOptions"},{"text":"VectorGroup","link":"/api/@cropgrad/conformance/vectors/VectorGroup"},{"text":"Vector","link":"/api/@cropgrad/conformance/vectors/Vector"},{"text":"VectorArray","link":"/api/@cropgrad/conformance/vectors/VectorArray"},{"text":"ExpectedArray","link":"/api/@cropgrad/conformance/vectors/ExpectedArray"},{"text":"probesOf","link":"/api/@cropgrad/conformance/vectors/probesOf"}]},{"text":"Answer","items":[{"text":"readAnswers","link":"/api/@cropgrad/conformance/vectors/readAnswers"},{"text":"AnswersFile","link":"/api/@cropgrad/conformance/vectors/AnswersFile"}]},{"text":"Judge","items":[{"text":"judge","link":"/api/@cropgrad/conformance/vectors/judge"},{"text":"compare","link":"/api/@cropgrad/conformance/vectors/compare"},{"text":"SamplerResult","link":"/api/@cropgrad/conformance/vectors/SamplerResult"},{"text":"GroupResult","link":"/api/@cropgrad/conformance/vectors/GroupResult"},{"text":"Failure","link":"/api/@cropgrad/conformance/vectors/Failure"}]},{"text":"Report","items":[{"text":"formatResults","link":"/api/@cropgrad/conformance/vectors/formatResults"},{"text":"describeFailure","link":"/api/@cropgrad/conformance/vectors/describeFailure"},{"text":"describeTaps","link":"/api/@cropgrad/conformance/vectors/describeTaps"}]}]},{"text":"cropgrad-find","link":"/api/cropgrad-find"},{"text":"@cropgrad/layers/wasm-training","link":"/api/@cropgrad/layers/wasm-training"}]},{"text":"For authors of backends","collapsed":true,"items":[{"text":"@cropgrad/core/backend","link":"/api/@cropgrad/core/backend","items":[{"text":"Backend","items":[{"text":"CropBackend","link":"/api/@cropgrad/core/backend/CropBackend"},{"text":"Capabilities","link":"/api/@cropgrad/core/backend/Capabilities"},{"text":"Sampling","link":"/api/@cropgrad/core/backend/Sampling"},{"text":"capabilitiesOf","link":"/api/@cropgrad/core/backend/capabilitiesOf"}]},{"text":"What a kernel is asked for","items":[{"text":"CropKernelArgs","link":"/api/@cropgrad/core/backend/CropKernelArgs"},{"text":"AffineGridAttrs","link":"/api/@cropgrad/core/backend/AffineGridAttrs"},{"text":"SampleAttrs","link":"/api/@cropgrad/core/backend/SampleAttrs"},{"text":"AffineSampleAttrs","link":"/api/@cropgrad/core/backend/AffineSampleAttrs"},{"text":"ImageGradientAttrs","link":"/api/@cropgrad/core/backend/ImageGradientAttrs"},{"text":"AffineImageGradientAttrs","link":"/api/@cropgrad/core/backend/AffineImageGradientAttrs"},{"text":"PointGradientAttrs","link":"/api/@cropgrad/core/backend/PointGradientAttrs"},{"text":"AffinePointGradientAttrs","link":"/api/@cropgrad/core/backend/AffinePointGradientAttrs"},{"text":"TangentImageGradientAttrs","link":"/api/@cropgrad/core/backend/TangentImageGradientAttrs"},{"text":"ResolvedSampleOptions","link":"/api/@cropgrad/core/backend/ResolvedSampleOptions"}]},{"text":"Boxes on the host","items":[{"text":"writeThetas","link":"/api/@cropgrad/core/backend/writeThetas"},{"text":"writeBoxGradients","link":"/api/@cropgrad/core/backend/writeBoxGradients"}]},{"text":"Rules of other libraries","items":[{"text":"PeerRules","link":"/api/@cropgrad/core/backend/PeerRules"},{"text":"affineSampleWith","link":"/api/@cropgrad/core/backend/affineSampleWith"},{"text":"gridSampleWith","link":"/api/@cropgrad/core/backend/gridSampleWith"}]},{"text":"Arguments and errors","items":[{"text":"checkCropOptions","link":"/api/@cropgrad/core/backend/checkCropOptions"},{"text":"readSize","link":"/api/@cropgrad/core/backend/readSize"},{"text":"describeValue","link":"/api/@cropgrad/core/backend/describeValue"}]}]},{"text":"@cropgrad/conformance","link":"/api/@cropgrad/conformance","items":[{"text":"In a test runner","items":[{"text":"testBackend","link":"/api/@cropgrad/conformance/testBackend"},{"text":"TestBackendOptions","link":"/api/@cropgrad/conformance/TestBackendOptions"}]},{"text":"Without one","items":[{"text":"mount","link":"/api/@cropgrad/conformance/mount"},{"text":"Mounted","link":"/api/@cropgrad/conformance/Mounted"},{"text":"Subject","link":"/api/@cropgrad/conformance/Subject"},{"text":"runCheck","link":"/api/@cropgrad/conformance/runCheck"},{"text":"RunOptions","link":"/api/@cropgrad/conformance/RunOptions"},{"text":"CheckResult","link":"/api/@cropgrad/conformance/CheckResult"},{"text":"Worst","link":"/api/@cropgrad/conformance/Worst"}]},{"text":"What a check is","items":[{"text":"Check","link":"/api/@cropgrad/conformance/Check"},{"text":"CheckContext","link":"/api/@cropgrad/conformance/CheckContext"},{"text":"Covers","link":"/api/@cropgrad/conformance/Covers"},{"text":"CheckFailure","link":"/api/@cropgrad/conformance/CheckFailure"}]}]}]}],"/api/":[{"text":"API reference","link":"/api/"},{"text":"@cropgrad/core","link":"/api/@cropgrad/core","items":[{"text":"Box","items":[{"text":"boxesFromPixels","link":"/api/@cropgrad/core/boxesFromPixels"},{"text":"boxesToPixels","link":"/api/@cropgrad/core/boxesToPixels"},{"text":"boxesFromUnit","link":"/api/@cropgrad/core/boxesFromUnit"},{"text":"boxesToUnit","link":"/api/@cropgrad/core/boxesToUnit"},{"text":"enlargeBoxes","link":"/api/@cropgrad/core/enlargeBoxes"},{"text":"squareBoxes","link":"/api/@cropgrad/core/squareBoxes"},{"text":"letterboxBoxes","link":"/api/@cropgrad/core/letterboxBoxes"}]},{"text":"Theta","items":[{"text":"boxToTheta","link":"/api/@cropgrad/core/boxToTheta"},{"text":"rotatedBoxToTheta","link":"/api/@cropgrad/core/rotatedBoxToTheta"},{"text":"quadToTheta","link":"/api/@cropgrad/core/quadToTheta"},{"text":"thetaFromPixels","link":"/api/@cropgrad/core/thetaFromPixels"},{"text":"thetaToPixels","link":"/api/@cropgrad/core/thetaToPixels"},{"text":"composeTheta","link":"/api/@cropgrad/core/composeTheta"},{"text":"invertTheta","link":"/api/@cropgrad/core/invertTheta"},{"text":"transformPoints","link":"/api/@cropgrad/core/transformPoints"}]},{"text":"Grid","items":[{"text":"affineGrid","link":"/api/@cropgrad/core/affineGrid"},{"text":"perspectiveGrid","link":"/api/@cropgrad/core/perspectiveGrid"},{"text":"flowGrid","link":"/api/@cropgrad/core/flowGrid"},{"text":"tpsGrid","link":"/api/@cropgrad/core/tpsGrid"}]},{"text":"Sample","items":[{"text":"gridSample","link":"/api/@cropgrad/core/gridSample"},{"text":"affineSample","link":"/api/@cropgrad/core/affineSample"},{"text":"perspectiveSample","link":"/api/@cropgrad/core/perspectiveSample"},{"text":"gridSampleJvp","link":"/api/@cropgrad/core/gridSampleJvp"},{"text":"coverage","link":"/api/@cropgrad/core/coverage"}]},{"text":"Crop","items":[{"text":"crop","link":"/api/@cropgrad/core/crop"},{"text":"cropQuads","link":"/api/@cropgrad/core/cropQuads"},{"text":"pasteCrop","link":"/api/@cropgrad/core/pasteCrop"}]},{"text":"Errors and backends","items":[{"text":"CropError","link":"/api/@cropgrad/core/CropError"},{"text":"registerCropBackend","link":"/api/@cropgrad/core/registerCropBackend"}]}],"collapsed":false},{"text":"@cropgrad/drop-in","link":"/api/@cropgrad/drop-in","items":[{"text":"As in TensorFlow.js","items":[{"text":"cropAndResize","link":"/api/@cropgrad/drop-in/cropAndResize"},{"text":"transform","link":"/api/@cropgrad/drop-in/transform"},{"text":"resizeBilinear","link":"/api/@cropgrad/drop-in/resizeBilinear"}]},{"text":"As in torchvision","items":[{"text":"roiAlign","link":"/api/@cropgrad/drop-in/roiAlign"},{"text":"prRoiPool","link":"/api/@cropgrad/drop-in/prRoiPool"}]}],"collapsed":true},{"text":"@cropgrad/layers","link":"/api/@cropgrad/layers","items":[{"text":"CropLayer","link":"/api/@cropgrad/layers/CropLayer"},{"text":"AffineSampleLayer","link":"/api/@cropgrad/layers/AffineSampleLayer"},{"text":"SpatialTransformer","link":"/api/@cropgrad/layers/SpatialTransformer"}],"collapsed":true},{"text":"@cropgrad/register","link":"/api/@cropgrad/register","items":[{"text":"Align","items":[{"text":"register","link":"/api/@cropgrad/register/register"},{"text":"registerSteps","link":"/api/@cropgrad/register/registerSteps"},{"text":"registerByGradient","link":"/api/@cropgrad/register/registerByGradient"},{"text":"registerVolumes","link":"/api/@cropgrad/register/registerVolumes"}]},{"text":"Find","items":[{"text":"findCrop","link":"/api/@cropgrad/register/findCrop"}]}],"collapsed":true},{"text":"@cropgrad/arrays","link":"/api/@cropgrad/arrays","items":[{"text":"cropArray","link":"/api/@cropgrad/arrays/cropArray"}],"collapsed":true},{"text":"Backends and tools","collapsed":true,"items":[{"text":"cropgrad-align","link":"/api/cropgrad-align"},{"text":"@cropgrad/backend-cpu","link":"/api/@cropgrad/backend-cpu"},{"text":"@cropgrad/backend-cpu/kernels","link":"/api/@cropgrad/backend-cpu/kernels","items":[{"text":"Points","items":[{"text":"affineGrid","link":"/api/@cropgrad/backend-cpu/kernels/affineGrid"},{"text":"affineGridGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/affineGridGradTheta"},{"text":"perspectiveGrid","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveGrid"},{"text":"perspectiveGridGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveGridGradTheta"}]},{"text":"Samples","items":[{"text":"gridSample","link":"/api/@cropgrad/backend-cpu/kernels/gridSample"},{"text":"affineSample","link":"/api/@cropgrad/backend-cpu/kernels/affineSample"},{"text":"perspectiveSample","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSample"}]},{"text":"Gradients by the image","items":[{"text":"gridSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/gridSampleGradImage"},{"text":"affineSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/affineSampleGradImage"},{"text":"perspectiveSampleGradImage","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSampleGradImage"}]},{"text":"Gradients by the points","items":[{"text":"gridSampleGradGrid","link":"/api/@cropgrad/backend-cpu/kernels/gridSampleGradGrid"},{"text":"affineSampleGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/affineSampleGradTheta"},{"text":"perspectiveSampleGradTheta","link":"/api/@cropgrad/backend-cpu/kernels/perspectiveSampleGradTheta"}]}]},{"text":"@cropgrad/backend-gpujs","link":"/api/@cropgrad/backend-gpujs"},{"text":"@cropgrad/backend-wasm","link":"/api/@cropgrad/backend-wasm"},{"text":"@cropgrad/backend-webgl","link":"/api/@cropgrad/backend-webgl"},{"text":"@cropgrad/backend-webgpu","link":"/api/@cropgrad/backend-webgpu"},{"text":"@cropgrad/conformance/vectors","link":"/api/@cropgrad/conformance/vectors","items":[{"text":"Read","items":[{"text":"readVectors","link":"/api/@cropgrad/conformance/vectors/readVectors"},{"text":"VectorOptions","link":"/api/@cropgrad/conformance/vectors/VectorOptions"},{"text":"VectorGroup","link":"/api/@cropgrad/conformance/vectors/VectorGroup"},{"text":"Vector","link":"/api/@cropgrad/conformance/vectors/Vector"},{"text":"VectorArray","link":"/api/@cropgrad/conformance/vectors/VectorArray"},{"text":"ExpectedArray","link":"/api/@cropgrad/conformance/vectors/ExpectedArray"},{"text":"probesOf","link":"/api/@cropgrad/conformance/vectors/probesOf"}]},{"text":"Answer","items":[{"text":"readAnswers","link":"/api/@cropgrad/conformance/vectors/readAnswers"},{"text":"AnswersFile","link":"/api/@cropgrad/conformance/vectors/AnswersFile"}]},{"text":"Judge","items":[{"text":"judge","link":"/api/@cropgrad/conformance/vectors/judge"},{"text":"compare","link":"/api/@cropgrad/conformance/vectors/compare"},{"text":"SamplerResult","link":"/api/@cropgrad/conformance/vectors/SamplerResult"},{"text":"GroupResult","link":"/api/@cropgrad/conformance/vectors/GroupResult"},{"text":"Failure","link":"/api/@cropgrad/conformance/vectors/Failure"}]},{"text":"Report","items":[{"text":"formatResults","link":"/api/@cropgrad/conformance/vectors/formatResults"},{"text":"describeFailure","link":"/api/@cropgrad/conformance/vectors/describeFailure"},{"text":"describeTaps","link":"/api/@cropgrad/conformance/vectors/describeTaps"}]}]},{"text":"cropgrad-find","link":"/api/cropgrad-find"},{"text":"@cropgrad/layers/wasm-training","link":"/api/@cropgrad/layers/wasm-training"}]},{"text":"For authors of backends","collapsed":true,"items":[{"text":"@cropgrad/core/backend","link":"/api/@cropgrad/core/backend","items":[{"text":"Backend","items":[{"text":"CropBackend","link":"/api/@cropgrad/core/backend/CropBackend"},{"text":"Capabilities","link":"/api/@cropgrad/core/backend/Capabilities"},{"text":"Sampling","link":"/api/@cropgrad/core/backend/Sampling"},{"text":"capabilitiesOf","link":"/api/@cropgrad/core/backend/capabilitiesOf"}]},{"text":"What a kernel is asked for","items":[{"text":"CropKernelArgs","link":"/api/@cropgrad/core/backend/CropKernelArgs"},{"text":"AffineGridAttrs","link":"/api/@cropgrad/core/backend/AffineGridAttrs"},{"text":"SampleAttrs","link":"/api/@cropgrad/core/backend/SampleAttrs"},{"text":"AffineSampleAttrs","link":"/api/@cropgrad/core/backend/AffineSampleAttrs"},{"text":"ImageGradientAttrs","link":"/api/@cropgrad/core/backend/ImageGradientAttrs"},{"text":"AffineImageGradientAttrs","link":"/api/@cropgrad/core/backend/AffineImageGradientAttrs"},{"text":"PointGradientAttrs","link":"/api/@cropgrad/core/backend/PointGradientAttrs"},{"text":"AffinePointGradientAttrs","link":"/api/@cropgrad/core/backend/AffinePointGradientAttrs"},{"text":"TangentImageGradientAttrs","link":"/api/@cropgrad/core/backend/TangentImageGradientAttrs"},{"text":"ResolvedSampleOptions","link":"/api/@cropgrad/core/backend/ResolvedSampleOptions"}]},{"text":"Boxes on the host","items":[{"text":"writeThetas","link":"/api/@cropgrad/core/backend/writeThetas"},{"text":"writeBoxGradients","link":"/api/@cropgrad/core/backend/writeBoxGradients"}]},{"text":"Rules of other libraries","items":[{"text":"PeerRules","link":"/api/@cropgrad/core/backend/PeerRules"},{"text":"affineSampleWith","link":"/api/@cropgrad/core/backend/affineSampleWith"},{"text":"gridSampleWith","link":"/api/@cropgrad/core/backend/gridSampleWith"}]},{"text":"Arguments and errors","items":[{"text":"checkCropOptions","link":"/api/@cropgrad/core/backend/checkCropOptions"},{"text":"readSize","link":"/api/@cropgrad/core/backend/readSize"},{"text":"describeValue","link":"/api/@cropgrad/core/backend/describeValue"}]}]},{"text":"@cropgrad/conformance","link":"/api/@cropgrad/conformance","items":[{"text":"In a test runner","items":[{"text":"testBackend","link":"/api/@cropgrad/conformance/testBackend"},{"text":"TestBackendOptions","link":"/api/@cropgrad/conformance/TestBackendOptions"}]},{"text":"Without one","items":[{"text":"mount","link":"/api/@cropgrad/conformance/mount"},{"text":"Mounted","link":"/api/@cropgrad/conformance/Mounted"},{"text":"Subject","link":"/api/@cropgrad/conformance/Subject"},{"text":"runCheck","link":"/api/@cropgrad/conformance/runCheck"},{"text":"RunOptions","link":"/api/@cropgrad/conformance/RunOptions"},{"text":"CheckResult","link":"/api/@cropgrad/conformance/CheckResult"},{"text":"Worst","link":"/api/@cropgrad/conformance/Worst"}]},{"text":"What a check is","items":[{"text":"Check","link":"/api/@cropgrad/conformance/Check"},{"text":"CheckContext","link":"/api/@cropgrad/conformance/CheckContext"},{"text":"Covers","link":"/api/@cropgrad/conformance/Covers"},{"text":"CheckFailure","link":"/api/@cropgrad/conformance/CheckFailure"}]}]}]}],"/":[{"text":"Start","items":[{"text":"Getting started","link":"/guide/getting-started"},{"text":"Coming from PyTorch","link":"/guide/from-pytorch"},{"text":"Coming from cropAndResize","link":"/guide/from-crop-and-resize"}]},{"text":"Do","items":[{"text":"Learn a crop","link":"/guide/learn-a-crop"},{"text":"A spatial transformer","link":"/guide/spatial-transformer"},{"text":"Layers for tf.layers models","link":"/guide/layers"},{"text":"Straighten a page","link":"/guide/straighten-a-page"},{"text":"Align two photos","link":"/guide/align-two-photos"},{"text":"Shrink without moiré","link":"/guide/antialias"},{"text":"Gradients of gradients","link":"/guide/second-order"},{"text":"Masks, labels and what is outside","link":"/guide/outside"},{"text":"Many crops from one photo","link":"/guide/many-crops"},{"text":"From camera to crop on the GPU","link":"/guide/camera-to-crop"},{"text":"Video frames","link":"/guide/video"},{"text":"Photos in Node","link":"/guide/photos-in-node"},{"text":"Augment a data set","link":"/guide/augment"},{"text":"React, Next, Vue and Svelte","link":"/guide/frameworks"},{"text":"In a web worker","link":"/guide/web-worker"},{"text":"A three.js texture","link":"/guide/three"},{"text":"Choose a backend","link":"/guide/choose-a-backend"},{"text":"Add a backend","link":"/guide/add-a-backend"},{"text":"Test your own sampler","link":"/guide/test-your-sampler"}]},{"text":"Understand","items":[{"text":"Coordinates and alignCorners","link":"/guide/coordinates"},{"text":"Taps and modes","link":"/guide/taps-and-modes"},{"text":"Gradients at the edges","link":"/guide/edges"},{"text":"Errors, by code","link":"/guide/errors"}]},{"text":"Measured","items":[{"text":"Compatibility","link":"/compatibility"},{"text":"Benchmarks","link":"/benchmarks"},{"text":"Who samples right","link":"/who-samples-right"}]}]},"outline":{"level":[2,3]},"search":{"provider":"local","options":{}},"editLink":{"pattern":"https://github.com/cropgrad/cropgrad/edit/main/:path","text":"Edit this page"},"notFound":{"quote":"The address is wrong, or the page has moved. Search for it, or go to the home page."},"socialLinks":[{"icon":"github","link":"https://github.com/cropgrad/cropgrad"}],"footer":{"message":"Apache-2.0. The portrait of Eileen Collins is NASA’s, in the public domain."}},"locales":{},"scrollOffset":134,"cleanUrls":false}'));
function tryOnScopeDispose(fn) {
  if (getCurrentScope()) {
    onScopeDispose(fn);
    return true;
  }
  return false;
}
const localProvidedStateMap = /* @__PURE__ */ new WeakMap();
const injectLocal = (...args) => {
  var _a;
  const key = args[0];
  const instance = (_a = getCurrentInstance()) == null ? void 0 : _a.proxy;
  if (instance == null && !hasInjectionContext())
    throw new Error("injectLocal must be called in setup");
  if (instance && localProvidedStateMap.has(instance) && key in localProvidedStateMap.get(instance))
    return localProvidedStateMap.get(instance)[key];
  return inject(...args);
};
const isClient = typeof window !== "undefined" && typeof document !== "undefined";
typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;
const notNullish = (val) => val != null;
const toString = Object.prototype.toString;
const isObject = (val) => toString.call(val) === "[object Object]";
const noop = () => {
};
const isIOS = /* @__PURE__ */ getIsIOS();
function getIsIOS() {
  var _a, _b;
  return isClient && ((_a = window == null ? void 0 : window.navigator) == null ? void 0 : _a.userAgent) && (/iP(?:ad|hone|od)/.test(window.navigator.userAgent) || ((_b = window == null ? void 0 : window.navigator) == null ? void 0 : _b.maxTouchPoints) > 2 && /iPad|Macintosh/.test(window == null ? void 0 : window.navigator.userAgent));
}
function createFilterWrapper(filter, fn) {
  function wrapper(...args) {
    return new Promise((resolve, reject) => {
      Promise.resolve(filter(() => fn.apply(this, args), { fn, thisArg: this, args })).then(resolve).catch(reject);
    });
  }
  return wrapper;
}
const bypassFilter = (invoke) => {
  return invoke();
};
function debounceFilter(ms, options = {}) {
  let timer;
  let maxTimer;
  let lastRejector = noop;
  const _clearTimeout = (timer2) => {
    clearTimeout(timer2);
    lastRejector();
    lastRejector = noop;
  };
  let lastInvoker;
  const filter = (invoke) => {
    const duration = toValue(ms);
    const maxDuration = toValue(options.maxWait);
    if (timer)
      _clearTimeout(timer);
    if (duration <= 0 || maxDuration !== void 0 && maxDuration <= 0) {
      if (maxTimer) {
        _clearTimeout(maxTimer);
        maxTimer = null;
      }
      return Promise.resolve(invoke());
    }
    return new Promise((resolve, reject) => {
      lastRejector = options.rejectOnCancel ? reject : resolve;
      lastInvoker = invoke;
      if (maxDuration && !maxTimer) {
        maxTimer = setTimeout(() => {
          if (timer)
            _clearTimeout(timer);
          maxTimer = null;
          resolve(lastInvoker());
        }, maxDuration);
      }
      timer = setTimeout(() => {
        if (maxTimer)
          _clearTimeout(maxTimer);
        maxTimer = null;
        resolve(invoke());
      }, duration);
    });
  };
  return filter;
}
function throttleFilter(...args) {
  let lastExec = 0;
  let timer;
  let isLeading = true;
  let lastRejector = noop;
  let lastValue;
  let ms;
  let trailing;
  let leading;
  let rejectOnCancel;
  if (!isRef(args[0]) && typeof args[0] === "object")
    ({ delay: ms, trailing = true, leading = true, rejectOnCancel = false } = args[0]);
  else
    [ms, trailing = true, leading = true, rejectOnCancel = false] = args;
  const clear = () => {
    if (timer) {
      clearTimeout(timer);
      timer = void 0;
      lastRejector();
      lastRejector = noop;
    }
  };
  const filter = (_invoke) => {
    const duration = toValue(ms);
    const elapsed = Date.now() - lastExec;
    const invoke = () => {
      return lastValue = _invoke();
    };
    clear();
    if (duration <= 0) {
      lastExec = Date.now();
      return invoke();
    }
    if (elapsed > duration && (leading || !isLeading)) {
      lastExec = Date.now();
      invoke();
    } else if (trailing) {
      lastValue = new Promise((resolve, reject) => {
        lastRejector = rejectOnCancel ? reject : resolve;
        timer = setTimeout(() => {
          lastExec = Date.now();
          isLeading = true;
          resolve(invoke());
          clear();
        }, Math.max(0, duration - elapsed));
      });
    }
    if (!leading && !timer)
      timer = setTimeout(() => isLeading = true, duration);
    isLeading = false;
    return lastValue;
  };
  return filter;
}
function pausableFilter(extendFilter = bypassFilter, options = {}) {
  const {
    initialState = "active"
  } = options;
  const isActive2 = toRef(initialState === "active");
  function pause() {
    isActive2.value = false;
  }
  function resume() {
    isActive2.value = true;
  }
  const eventFilter = (...args) => {
    if (isActive2.value)
      extendFilter(...args);
  };
  return { isActive: readonly(isActive2), pause, resume, eventFilter };
}
function pxValue(px) {
  return px.endsWith("rem") ? Number.parseFloat(px) * 16 : Number.parseFloat(px);
}
function getLifeCycleTarget(target) {
  return getCurrentInstance();
}
function toArray(value) {
  return Array.isArray(value) ? value : [value];
}
function toRef(...args) {
  if (args.length !== 1)
    return toRef$1(...args);
  const r = args[0];
  return typeof r === "function" ? readonly(customRef(() => ({ get: r, set: noop }))) : ref(r);
}
function useDebounceFn(fn, ms = 200, options = {}) {
  return createFilterWrapper(
    debounceFilter(ms, options),
    fn
  );
}
function useThrottleFn(fn, ms = 200, trailing = false, leading = true, rejectOnCancel = false) {
  return createFilterWrapper(
    throttleFilter(ms, trailing, leading, rejectOnCancel),
    fn
  );
}
function watchWithFilter(source, cb, options = {}) {
  const {
    eventFilter = bypassFilter,
    ...watchOptions
  } = options;
  return watch(
    source,
    createFilterWrapper(
      eventFilter,
      cb
    ),
    watchOptions
  );
}
function watchPausable(source, cb, options = {}) {
  const {
    eventFilter: filter,
    initialState = "active",
    ...watchOptions
  } = options;
  const { eventFilter, pause, resume, isActive: isActive2 } = pausableFilter(filter, { initialState });
  const stop = watchWithFilter(
    source,
    cb,
    {
      ...watchOptions,
      eventFilter
    }
  );
  return { stop, pause, resume, isActive: isActive2 };
}
function tryOnMounted(fn, sync = true, target) {
  const instance = getLifeCycleTarget();
  if (instance)
    onMounted(fn, target);
  else if (sync)
    fn();
  else
    nextTick(fn);
}
function watchDebounced(source, cb, options = {}) {
  const {
    debounce = 0,
    maxWait = void 0,
    ...watchOptions
  } = options;
  return watchWithFilter(
    source,
    cb,
    {
      ...watchOptions,
      eventFilter: debounceFilter(debounce, { maxWait })
    }
  );
}
function watchImmediate(source, cb, options) {
  return watch(
    source,
    cb,
    {
      ...options,
      immediate: true
    }
  );
}
function computedAsync(evaluationCallback, initialState, optionsOrRef) {
  let options;
  if (isRef(optionsOrRef)) {
    options = {
      evaluating: optionsOrRef
    };
  } else {
    options = {};
  }
  const {
    lazy = false,
    evaluating = void 0,
    shallow = true,
    onError = noop
  } = options;
  const started = shallowRef(!lazy);
  const current = shallow ? shallowRef(initialState) : ref(initialState);
  let counter = 0;
  watchEffect(async (onInvalidate) => {
    if (!started.value)
      return;
    counter++;
    const counterAtBeginning = counter;
    let hasFinished = false;
    if (evaluating) {
      Promise.resolve().then(() => {
        evaluating.value = true;
      });
    }
    try {
      const result = await evaluationCallback((cancelCallback) => {
        onInvalidate(() => {
          if (evaluating)
            evaluating.value = false;
          if (!hasFinished)
            cancelCallback();
        });
      });
      if (counterAtBeginning === counter)
        current.value = result;
    } catch (e) {
      onError(e);
    } finally {
      if (evaluating && counterAtBeginning === counter)
        evaluating.value = false;
      hasFinished = true;
    }
  });
  if (lazy) {
    return computed(() => {
      started.value = true;
      return current.value;
    });
  } else {
    return current;
  }
}
const defaultWindow = isClient ? window : void 0;
function unrefElement(elRef) {
  var _a;
  const plain = toValue(elRef);
  return (_a = plain == null ? void 0 : plain.$el) != null ? _a : plain;
}
function useEventListener(...args) {
  const cleanups = [];
  const cleanup = () => {
    cleanups.forEach((fn) => fn());
    cleanups.length = 0;
  };
  const register = (el, event, listener, options) => {
    el.addEventListener(event, listener, options);
    return () => el.removeEventListener(event, listener, options);
  };
  const firstParamTargets = computed(() => {
    const test = toArray(toValue(args[0])).filter((e) => e != null);
    return test.every((e) => typeof e !== "string") ? test : void 0;
  });
  const stopWatch = watchImmediate(
    () => {
      var _a, _b;
      return [
        (_b = (_a = firstParamTargets.value) == null ? void 0 : _a.map((e) => unrefElement(e))) != null ? _b : [defaultWindow].filter((e) => e != null),
        toArray(toValue(firstParamTargets.value ? args[1] : args[0])),
        toArray(unref(firstParamTargets.value ? args[2] : args[1])),
        // @ts-expect-error - TypeScript gets the correct types, but somehow still complains
        toValue(firstParamTargets.value ? args[3] : args[2])
      ];
    },
    ([raw_targets, raw_events, raw_listeners, raw_options]) => {
      cleanup();
      if (!(raw_targets == null ? void 0 : raw_targets.length) || !(raw_events == null ? void 0 : raw_events.length) || !(raw_listeners == null ? void 0 : raw_listeners.length))
        return;
      const optionsClone = isObject(raw_options) ? { ...raw_options } : raw_options;
      cleanups.push(
        ...raw_targets.flatMap(
          (el) => raw_events.flatMap(
            (event) => raw_listeners.map((listener) => register(el, event, listener, optionsClone))
          )
        )
      );
    },
    { flush: "post" }
  );
  const stop = () => {
    stopWatch();
    cleanup();
  };
  tryOnScopeDispose(cleanup);
  return stop;
}
function useMounted() {
  const isMounted = shallowRef(false);
  const instance = getCurrentInstance();
  if (instance) {
    onMounted(() => {
      isMounted.value = true;
    }, instance);
  }
  return isMounted;
}
function useSupported(callback) {
  const isMounted = useMounted();
  return computed(() => {
    isMounted.value;
    return Boolean(callback());
  });
}
function createKeyPredicate(keyFilter) {
  if (typeof keyFilter === "function")
    return keyFilter;
  else if (typeof keyFilter === "string")
    return (event) => event.key === keyFilter;
  else if (Array.isArray(keyFilter))
    return (event) => keyFilter.includes(event.key);
  return () => true;
}
function onKeyStroke(...args) {
  let key;
  let handler;
  let options = {};
  if (args.length === 3) {
    key = args[0];
    handler = args[1];
    options = args[2];
  } else if (args.length === 2) {
    if (typeof args[1] === "object") {
      key = true;
      handler = args[0];
      options = args[1];
    } else {
      key = args[0];
      handler = args[1];
    }
  } else {
    key = true;
    handler = args[0];
  }
  const {
    target = defaultWindow,
    eventName = "keydown",
    passive = false,
    dedupe = false
  } = options;
  const predicate = createKeyPredicate(key);
  const listener = (e) => {
    if (e.repeat && toValue(dedupe))
      return;
    if (predicate(e))
      handler(e);
  };
  return useEventListener(target, eventName, listener, passive);
}
const ssrWidthSymbol = Symbol("vueuse-ssr-width");
function useSSRWidth() {
  const ssrWidth = hasInjectionContext() ? injectLocal(ssrWidthSymbol, null) : null;
  return typeof ssrWidth === "number" ? ssrWidth : void 0;
}
function useMediaQuery(query, options = {}) {
  const { window: window2 = defaultWindow, ssrWidth = useSSRWidth() } = options;
  const isSupported = useSupported(() => window2 && "matchMedia" in window2 && typeof window2.matchMedia === "function");
  const ssrSupport = shallowRef(typeof ssrWidth === "number");
  const mediaQuery = shallowRef();
  const matches = shallowRef(false);
  const handler = (event) => {
    matches.value = event.matches;
  };
  watchEffect(() => {
    if (ssrSupport.value) {
      ssrSupport.value = !isSupported.value;
      const queryStrings = toValue(query).split(",");
      matches.value = queryStrings.some((queryString) => {
        const not = queryString.includes("not all");
        const minWidth = queryString.match(/\(\s*min-width:\s*(-?\d+(?:\.\d*)?[a-z]+\s*)\)/);
        const maxWidth = queryString.match(/\(\s*max-width:\s*(-?\d+(?:\.\d*)?[a-z]+\s*)\)/);
        let res = Boolean(minWidth || maxWidth);
        if (minWidth && res) {
          res = ssrWidth >= pxValue(minWidth[1]);
        }
        if (maxWidth && res) {
          res = ssrWidth <= pxValue(maxWidth[1]);
        }
        return not ? !res : res;
      });
      return;
    }
    if (!isSupported.value)
      return;
    mediaQuery.value = window2.matchMedia(toValue(query));
    matches.value = mediaQuery.value.matches;
  });
  useEventListener(mediaQuery, "change", handler, { passive: true });
  return computed(() => matches.value);
}
const _global = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
const globalKey = "__vueuse_ssr_handlers__";
const handlers = /* @__PURE__ */ getHandlers();
function getHandlers() {
  if (!(globalKey in _global))
    _global[globalKey] = _global[globalKey] || {};
  return _global[globalKey];
}
function getSSRHandler(key, fallback) {
  return handlers[key] || fallback;
}
function usePreferredDark(options) {
  return useMediaQuery("(prefers-color-scheme: dark)", options);
}
function guessSerializerType(rawInit) {
  return rawInit == null ? "any" : rawInit instanceof Set ? "set" : rawInit instanceof Map ? "map" : rawInit instanceof Date ? "date" : typeof rawInit === "boolean" ? "boolean" : typeof rawInit === "string" ? "string" : typeof rawInit === "object" ? "object" : !Number.isNaN(rawInit) ? "number" : "any";
}
const StorageSerializers = {
  boolean: {
    read: (v) => v === "true",
    write: (v) => String(v)
  },
  object: {
    read: (v) => JSON.parse(v),
    write: (v) => JSON.stringify(v)
  },
  number: {
    read: (v) => Number.parseFloat(v),
    write: (v) => String(v)
  },
  any: {
    read: (v) => v,
    write: (v) => String(v)
  },
  string: {
    read: (v) => v,
    write: (v) => String(v)
  },
  map: {
    read: (v) => new Map(JSON.parse(v)),
    write: (v) => JSON.stringify(Array.from(v.entries()))
  },
  set: {
    read: (v) => new Set(JSON.parse(v)),
    write: (v) => JSON.stringify(Array.from(v))
  },
  date: {
    read: (v) => new Date(v),
    write: (v) => v.toISOString()
  }
};
const customStorageEventName = "vueuse-storage";
function useStorage(key, defaults, storage, options = {}) {
  var _a;
  const {
    flush = "pre",
    deep = true,
    listenToStorageChanges = true,
    writeDefaults = true,
    mergeDefaults = false,
    shallow,
    window: window2 = defaultWindow,
    eventFilter,
    onError = (e) => {
      console.error(e);
    },
    initOnMounted
  } = options;
  const data = (shallow ? shallowRef : ref)(typeof defaults === "function" ? defaults() : defaults);
  const keyComputed = computed(() => toValue(key));
  if (!storage) {
    try {
      storage = getSSRHandler("getDefaultStorage", () => {
        var _a2;
        return (_a2 = defaultWindow) == null ? void 0 : _a2.localStorage;
      })();
    } catch (e) {
      onError(e);
    }
  }
  if (!storage)
    return data;
  const rawInit = toValue(defaults);
  const type = guessSerializerType(rawInit);
  const serializer = (_a = options.serializer) != null ? _a : StorageSerializers[type];
  const { pause: pauseWatch, resume: resumeWatch } = watchPausable(
    data,
    () => write(data.value),
    { flush, deep, eventFilter }
  );
  watch(keyComputed, () => update(), { flush });
  if (window2 && listenToStorageChanges) {
    tryOnMounted(() => {
      if (storage instanceof Storage)
        useEventListener(window2, "storage", update, { passive: true });
      else
        useEventListener(window2, customStorageEventName, updateFromCustomEvent);
      if (initOnMounted)
        update();
    });
  }
  if (!initOnMounted)
    update();
  function dispatchWriteEvent(oldValue, newValue) {
    if (window2) {
      const payload = {
        key: keyComputed.value,
        oldValue,
        newValue,
        storageArea: storage
      };
      window2.dispatchEvent(storage instanceof Storage ? new StorageEvent("storage", payload) : new CustomEvent(customStorageEventName, {
        detail: payload
      }));
    }
  }
  function write(v) {
    try {
      const oldValue = storage.getItem(keyComputed.value);
      if (v == null) {
        dispatchWriteEvent(oldValue, null);
        storage.removeItem(keyComputed.value);
      } else {
        const serialized = serializer.write(v);
        if (oldValue !== serialized) {
          storage.setItem(keyComputed.value, serialized);
          dispatchWriteEvent(oldValue, serialized);
        }
      }
    } catch (e) {
      onError(e);
    }
  }
  function read(event) {
    const rawValue = event ? event.newValue : storage.getItem(keyComputed.value);
    if (rawValue == null) {
      if (writeDefaults && rawInit != null)
        storage.setItem(keyComputed.value, serializer.write(rawInit));
      return rawInit;
    } else if (!event && mergeDefaults) {
      const value = serializer.read(rawValue);
      if (typeof mergeDefaults === "function")
        return mergeDefaults(value, rawInit);
      else if (type === "object" && !Array.isArray(value))
        return { ...rawInit, ...value };
      return value;
    } else if (typeof rawValue !== "string") {
      return rawValue;
    } else {
      return serializer.read(rawValue);
    }
  }
  function update(event) {
    if (event && event.storageArea !== storage)
      return;
    if (event && event.key == null) {
      data.value = rawInit;
      return;
    }
    if (event && event.key !== keyComputed.value)
      return;
    pauseWatch();
    try {
      if ((event == null ? void 0 : event.newValue) !== serializer.write(data.value))
        data.value = read(event);
    } catch (e) {
      onError(e);
    } finally {
      if (event)
        nextTick(resumeWatch);
      else
        resumeWatch();
    }
  }
  function updateFromCustomEvent(event) {
    update(event.detail);
  }
  return data;
}
const CSS_DISABLE_TRANS = "*,*::before,*::after{-webkit-transition:none!important;-moz-transition:none!important;-o-transition:none!important;-ms-transition:none!important;transition:none!important}";
function useColorMode(options = {}) {
  const {
    selector = "html",
    attribute = "class",
    initialValue = "auto",
    window: window2 = defaultWindow,
    storage,
    storageKey = "vueuse-color-scheme",
    listenToStorageChanges = true,
    storageRef,
    emitAuto,
    disableTransition = true
  } = options;
  const modes = {
    auto: "",
    light: "light",
    dark: "dark",
    ...options.modes || {}
  };
  const preferredDark = usePreferredDark({ window: window2 });
  const system = computed(() => preferredDark.value ? "dark" : "light");
  const store = storageRef || (storageKey == null ? toRef(initialValue) : useStorage(storageKey, initialValue, storage, { window: window2, listenToStorageChanges }));
  const state = computed(() => store.value === "auto" ? system.value : store.value);
  const updateHTMLAttrs = getSSRHandler(
    "updateHTMLAttrs",
    (selector2, attribute2, value) => {
      const el = typeof selector2 === "string" ? window2 == null ? void 0 : window2.document.querySelector(selector2) : unrefElement(selector2);
      if (!el)
        return;
      const classesToAdd = /* @__PURE__ */ new Set();
      const classesToRemove = /* @__PURE__ */ new Set();
      let attributeToChange = null;
      if (attribute2 === "class") {
        const current = value.split(/\s/g);
        Object.values(modes).flatMap((i) => (i || "").split(/\s/g)).filter(Boolean).forEach((v) => {
          if (current.includes(v))
            classesToAdd.add(v);
          else
            classesToRemove.add(v);
        });
      } else {
        attributeToChange = { key: attribute2, value };
      }
      if (classesToAdd.size === 0 && classesToRemove.size === 0 && attributeToChange === null)
        return;
      let style;
      if (disableTransition) {
        style = window2.document.createElement("style");
        style.appendChild(document.createTextNode(CSS_DISABLE_TRANS));
        window2.document.head.appendChild(style);
      }
      for (const c of classesToAdd) {
        el.classList.add(c);
      }
      for (const c of classesToRemove) {
        el.classList.remove(c);
      }
      if (attributeToChange) {
        el.setAttribute(attributeToChange.key, attributeToChange.value);
      }
      if (disableTransition) {
        window2.getComputedStyle(style).opacity;
        document.head.removeChild(style);
      }
    }
  );
  function defaultOnChanged(mode) {
    var _a;
    updateHTMLAttrs(selector, attribute, (_a = modes[mode]) != null ? _a : mode);
  }
  function onChanged(mode) {
    if (options.onChanged)
      options.onChanged(mode, defaultOnChanged);
    else
      defaultOnChanged(mode);
  }
  watch(state, onChanged, { flush: "post", immediate: true });
  tryOnMounted(() => onChanged(state.value));
  const auto = computed({
    get() {
      return emitAuto ? store.value : state.value;
    },
    set(v) {
      store.value = v;
    }
  });
  return Object.assign(auto, { store, system, state });
}
function useDark(options = {}) {
  const {
    valueDark = "dark",
    valueLight = ""
  } = options;
  const mode = useColorMode({
    ...options,
    onChanged: (mode2, defaultHandler) => {
      var _a;
      if (options.onChanged)
        (_a = options.onChanged) == null ? void 0 : _a.call(options, mode2 === "dark", defaultHandler, mode2);
      else
        defaultHandler(mode2);
    },
    modes: {
      dark: valueDark,
      light: valueLight
    }
  });
  const system = computed(() => mode.system.value);
  const isDark = computed({
    get() {
      return mode.value === "dark";
    },
    set(v) {
      const modeVal = v ? "dark" : "light";
      if (system.value === modeVal)
        mode.value = "auto";
      else
        mode.value = modeVal;
    }
  });
  return isDark;
}
function resolveElement(el) {
  if (typeof Window !== "undefined" && el instanceof Window)
    return el.document.documentElement;
  if (typeof Document !== "undefined" && el instanceof Document)
    return el.documentElement;
  return el;
}
const ARRIVED_STATE_THRESHOLD_PIXELS = 1;
function useScroll(element, options = {}) {
  const {
    throttle = 0,
    idle = 200,
    onStop = noop,
    onScroll = noop,
    offset = {
      left: 0,
      right: 0,
      top: 0,
      bottom: 0
    },
    eventListenerOptions = {
      capture: false,
      passive: true
    },
    behavior = "auto",
    window: window2 = defaultWindow,
    onError = (e) => {
      console.error(e);
    }
  } = options;
  const internalX = shallowRef(0);
  const internalY = shallowRef(0);
  const x = computed({
    get() {
      return internalX.value;
    },
    set(x2) {
      scrollTo2(x2, void 0);
    }
  });
  const y = computed({
    get() {
      return internalY.value;
    },
    set(y2) {
      scrollTo2(void 0, y2);
    }
  });
  function scrollTo2(_x, _y) {
    var _a, _b, _c, _d;
    if (!window2)
      return;
    const _element = toValue(element);
    if (!_element)
      return;
    (_c = _element instanceof Document ? window2.document.body : _element) == null ? void 0 : _c.scrollTo({
      top: (_a = toValue(_y)) != null ? _a : y.value,
      left: (_b = toValue(_x)) != null ? _b : x.value,
      behavior: toValue(behavior)
    });
    const scrollContainer = ((_d = _element == null ? void 0 : _element.document) == null ? void 0 : _d.documentElement) || (_element == null ? void 0 : _element.documentElement) || _element;
    if (x != null)
      internalX.value = scrollContainer.scrollLeft;
    if (y != null)
      internalY.value = scrollContainer.scrollTop;
  }
  const isScrolling = shallowRef(false);
  const arrivedState = reactive({
    left: true,
    right: false,
    top: true,
    bottom: false
  });
  const directions = reactive({
    left: false,
    right: false,
    top: false,
    bottom: false
  });
  const onScrollEnd = (e) => {
    if (!isScrolling.value)
      return;
    isScrolling.value = false;
    directions.left = false;
    directions.right = false;
    directions.top = false;
    directions.bottom = false;
    onStop(e);
  };
  const onScrollEndDebounced = useDebounceFn(onScrollEnd, throttle + idle);
  const setArrivedState = (target) => {
    var _a;
    if (!window2)
      return;
    const el = ((_a = target == null ? void 0 : target.document) == null ? void 0 : _a.documentElement) || (target == null ? void 0 : target.documentElement) || unrefElement(target);
    const { display, flexDirection, direction } = getComputedStyle(el);
    const directionMultipler = direction === "rtl" ? -1 : 1;
    const scrollLeft = el.scrollLeft;
    directions.left = scrollLeft < internalX.value;
    directions.right = scrollLeft > internalX.value;
    const left = Math.abs(scrollLeft * directionMultipler) <= (offset.left || 0);
    const right = Math.abs(scrollLeft * directionMultipler) + el.clientWidth >= el.scrollWidth - (offset.right || 0) - ARRIVED_STATE_THRESHOLD_PIXELS;
    if (display === "flex" && flexDirection === "row-reverse") {
      arrivedState.left = right;
      arrivedState.right = left;
    } else {
      arrivedState.left = left;
      arrivedState.right = right;
    }
    internalX.value = scrollLeft;
    let scrollTop = el.scrollTop;
    if (target === window2.document && !scrollTop)
      scrollTop = window2.document.body.scrollTop;
    directions.top = scrollTop < internalY.value;
    directions.bottom = scrollTop > internalY.value;
    const top = Math.abs(scrollTop) <= (offset.top || 0);
    const bottom = Math.abs(scrollTop) + el.clientHeight >= el.scrollHeight - (offset.bottom || 0) - ARRIVED_STATE_THRESHOLD_PIXELS;
    if (display === "flex" && flexDirection === "column-reverse") {
      arrivedState.top = bottom;
      arrivedState.bottom = top;
    } else {
      arrivedState.top = top;
      arrivedState.bottom = bottom;
    }
    internalY.value = scrollTop;
  };
  const onScrollHandler = (e) => {
    var _a;
    if (!window2)
      return;
    const eventTarget = (_a = e.target.documentElement) != null ? _a : e.target;
    setArrivedState(eventTarget);
    isScrolling.value = true;
    onScrollEndDebounced(e);
    onScroll(e);
  };
  useEventListener(
    element,
    "scroll",
    throttle ? useThrottleFn(onScrollHandler, throttle, true, false) : onScrollHandler,
    eventListenerOptions
  );
  tryOnMounted(() => {
    try {
      const _element = toValue(element);
      if (!_element)
        return;
      setArrivedState(_element);
    } catch (e) {
      onError(e);
    }
  });
  useEventListener(
    element,
    "scrollend",
    onScrollEnd,
    eventListenerOptions
  );
  return {
    x,
    y,
    isScrolling,
    arrivedState,
    directions,
    measure() {
      const _element = toValue(element);
      if (window2 && _element)
        setArrivedState(_element);
    }
  };
}
function useLocalStorage(key, initialValue, options = {}) {
  const { window: window2 = defaultWindow } = options;
  return useStorage(key, initialValue, window2 == null ? void 0 : window2.localStorage, options);
}
function checkOverflowScroll(ele) {
  const style = window.getComputedStyle(ele);
  if (style.overflowX === "scroll" || style.overflowY === "scroll" || style.overflowX === "auto" && ele.clientWidth < ele.scrollWidth || style.overflowY === "auto" && ele.clientHeight < ele.scrollHeight) {
    return true;
  } else {
    const parent = ele.parentNode;
    if (!parent || parent.tagName === "BODY")
      return false;
    return checkOverflowScroll(parent);
  }
}
function preventDefault(rawEvent) {
  const e = rawEvent || window.event;
  const _target = e.target;
  if (checkOverflowScroll(_target))
    return false;
  if (e.touches.length > 1)
    return true;
  if (e.preventDefault)
    e.preventDefault();
  return false;
}
const elInitialOverflow = /* @__PURE__ */ new WeakMap();
function useScrollLock(element, initialState = false) {
  const isLocked = shallowRef(initialState);
  let stopTouchMoveListener = null;
  let initialOverflow = "";
  watch(toRef(element), (el) => {
    const target = resolveElement(toValue(el));
    if (target) {
      const ele = target;
      if (!elInitialOverflow.get(ele))
        elInitialOverflow.set(ele, ele.style.overflow);
      if (ele.style.overflow !== "hidden")
        initialOverflow = ele.style.overflow;
      if (ele.style.overflow === "hidden")
        return isLocked.value = true;
      if (isLocked.value)
        return ele.style.overflow = "hidden";
    }
  }, {
    immediate: true
  });
  const lock = () => {
    const el = resolveElement(toValue(element));
    if (!el || isLocked.value)
      return;
    if (isIOS) {
      stopTouchMoveListener = useEventListener(
        el,
        "touchmove",
        (e) => {
          preventDefault(e);
        },
        { passive: false }
      );
    }
    el.style.overflow = "hidden";
    isLocked.value = true;
  };
  const unlock = () => {
    const el = resolveElement(toValue(element));
    if (!el || !isLocked.value)
      return;
    if (isIOS)
      stopTouchMoveListener == null ? void 0 : stopTouchMoveListener();
    el.style.overflow = initialOverflow;
    elInitialOverflow.delete(el);
    isLocked.value = false;
  };
  tryOnScopeDispose(unlock);
  return computed({
    get() {
      return isLocked.value;
    },
    set(v) {
      if (v)
        lock();
      else unlock();
    }
  });
}
function useSessionStorage(key, initialValue, options = {}) {
  const { window: window2 = defaultWindow } = options;
  return useStorage(key, initialValue, window2 == null ? void 0 : window2.sessionStorage, options);
}
function useWindowScroll(options = {}) {
  const { window: window2 = defaultWindow, ...rest } = options;
  return useScroll(window2, rest);
}
function useWindowSize(options = {}) {
  const {
    window: window2 = defaultWindow,
    initialWidth = Number.POSITIVE_INFINITY,
    initialHeight = Number.POSITIVE_INFINITY,
    listenOrientation = true,
    includeScrollbar = true,
    type = "inner"
  } = options;
  const width = shallowRef(initialWidth);
  const height = shallowRef(initialHeight);
  const update = () => {
    if (window2) {
      if (type === "outer") {
        width.value = window2.outerWidth;
        height.value = window2.outerHeight;
      } else if (type === "visual" && window2.visualViewport) {
        const { width: visualViewportWidth, height: visualViewportHeight, scale } = window2.visualViewport;
        width.value = Math.round(visualViewportWidth * scale);
        height.value = Math.round(visualViewportHeight * scale);
      } else if (includeScrollbar) {
        width.value = window2.innerWidth;
        height.value = window2.innerHeight;
      } else {
        width.value = window2.document.documentElement.clientWidth;
        height.value = window2.document.documentElement.clientHeight;
      }
    }
  };
  update();
  tryOnMounted(update);
  const listenerOptions = { passive: true };
  useEventListener("resize", update, listenerOptions);
  if (window2 && type === "visual" && window2.visualViewport) {
    useEventListener(window2.visualViewport, "resize", update, listenerOptions);
  }
  if (listenOrientation) {
    const matches = useMediaQuery("(orientation: portrait)");
    watch(matches, () => update());
  }
  return { width, height };
}
const __vite_import_meta_env__ = {};
const EXTERNAL_URL_RE = /^(?:[a-z]+:|\/\/)/i;
const APPEARANCE_KEY = "vitepress-theme-appearance";
const HASH_RE = /#.*$/;
const HASH_OR_QUERY_RE = /[?#].*$/;
const INDEX_OR_EXT_RE = /(?:(^|\/)index)?\.(?:md|html)$/;
const inBrowser = typeof document !== "undefined";
const notFoundPageData = {
  relativePath: "404.md",
  filePath: "",
  title: "404",
  description: "Not Found",
  headers: [],
  frontmatter: { sidebar: false, layout: "page" },
  lastUpdated: 0,
  isNotFound: true
};
function isActive(currentPath, matchPath, asRegex = false) {
  if (matchPath === void 0) {
    return false;
  }
  currentPath = normalize(`/${currentPath}`);
  if (asRegex) {
    return new RegExp(matchPath).test(currentPath);
  }
  if (normalize(matchPath) !== currentPath) {
    return false;
  }
  const hashMatch = matchPath.match(HASH_RE);
  if (hashMatch) {
    return (inBrowser ? location.hash : "") === hashMatch[0];
  }
  return true;
}
function normalize(path) {
  return decodeURI(path).replace(HASH_OR_QUERY_RE, "").replace(INDEX_OR_EXT_RE, "$1");
}
function isExternal(path) {
  return EXTERNAL_URL_RE.test(path);
}
function getLocaleForPath(siteData2, relativePath) {
  return Object.keys((siteData2 == null ? void 0 : siteData2.locales) || {}).find((key) => key !== "root" && !isExternal(key) && isActive(relativePath, `/${key}/`, true)) || "root";
}
function resolveSiteDataByRoute(siteData2, relativePath) {
  var _a, _b, _c, _d, _e, _f, _g;
  const localeIndex = getLocaleForPath(siteData2, relativePath);
  return Object.assign({}, siteData2, {
    localeIndex,
    lang: ((_a = siteData2.locales[localeIndex]) == null ? void 0 : _a.lang) ?? siteData2.lang,
    dir: ((_b = siteData2.locales[localeIndex]) == null ? void 0 : _b.dir) ?? siteData2.dir,
    title: ((_c = siteData2.locales[localeIndex]) == null ? void 0 : _c.title) ?? siteData2.title,
    titleTemplate: ((_d = siteData2.locales[localeIndex]) == null ? void 0 : _d.titleTemplate) ?? siteData2.titleTemplate,
    description: ((_e = siteData2.locales[localeIndex]) == null ? void 0 : _e.description) ?? siteData2.description,
    head: mergeHead(siteData2.head, ((_f = siteData2.locales[localeIndex]) == null ? void 0 : _f.head) ?? []),
    themeConfig: {
      ...siteData2.themeConfig,
      ...(_g = siteData2.locales[localeIndex]) == null ? void 0 : _g.themeConfig
    }
  });
}
function createTitle(siteData2, pageData) {
  const title = pageData.title || siteData2.title;
  const template = pageData.titleTemplate ?? siteData2.titleTemplate;
  if (typeof template === "string" && template.includes(":title")) {
    return template.replace(/:title/g, title);
  }
  const templateString = createTitleTemplate(siteData2.title, template);
  if (title === templateString.slice(3)) {
    return title;
  }
  return `${title}${templateString}`;
}
function createTitleTemplate(siteTitle, template) {
  if (template === false) {
    return "";
  }
  if (template === true || template === void 0) {
    return ` | ${siteTitle}`;
  }
  if (siteTitle === template) {
    return "";
  }
  return ` | ${template}`;
}
function hasTag(head, tag) {
  const [tagType, tagAttrs] = tag;
  if (tagType !== "meta")
    return false;
  const keyAttr = Object.entries(tagAttrs)[0];
  if (keyAttr == null)
    return false;
  return head.some(([type, attrs]) => type === tagType && attrs[keyAttr[0]] === keyAttr[1]);
}
function mergeHead(prev, curr) {
  return [...prev.filter((tagAttrs) => !hasTag(curr, tagAttrs)), ...curr];
}
const INVALID_CHAR_REGEX = /[\u0000-\u001F"#$&*+,:;<=>?[\]^`{|}\u007F]/g;
const DRIVE_LETTER_REGEX = /^[a-z]:/i;
function sanitizeFileName(name) {
  const match = DRIVE_LETTER_REGEX.exec(name);
  const driveLetter = match ? match[0] : "";
  return driveLetter + name.slice(driveLetter.length).replace(INVALID_CHAR_REGEX, "_").replace(/(^|\/)_+(?=[^/]*$)/, "$1");
}
const KNOWN_EXTENSIONS = /* @__PURE__ */ new Set();
function treatAsHtml(filename) {
  var _a;
  if (KNOWN_EXTENSIONS.size === 0) {
    const extraExts = typeof process === "object" && ((_a = process.env) == null ? void 0 : _a.VITE_EXTRA_EXTENSIONS) || (__vite_import_meta_env__ == null ? void 0 : __vite_import_meta_env__.VITE_EXTRA_EXTENSIONS) || "";
    ("3g2,3gp,aac,ai,apng,au,avif,bin,bmp,cer,class,conf,crl,css,csv,dll,doc,eps,epub,exe,gif,gz,ics,ief,jar,jpe,jpeg,jpg,js,json,jsonld,m4a,man,mid,midi,mjs,mov,mp2,mp3,mp4,mpe,mpeg,mpg,mpp,oga,ogg,ogv,ogx,opus,otf,p10,p7c,p7m,p7s,pdf,png,ps,qt,roff,rtf,rtx,ser,svg,t,tif,tiff,tr,ts,tsv,ttf,txt,vtt,wav,weba,webm,webp,woff,woff2,xhtml,xml,yaml,yml,zip" + (extraExts && typeof extraExts === "string" ? "," + extraExts : "")).split(",").forEach((ext2) => KNOWN_EXTENSIONS.add(ext2));
  }
  const ext = filename.split(".").pop();
  return ext == null || !KNOWN_EXTENSIONS.has(ext.toLowerCase());
}
function escapeRegExp(str) {
  return str.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&").replace(/-/g, "\\x2d");
}
const dataSymbol = Symbol();
const siteDataRef = shallowRef(siteData);
function initData(route) {
  const site = computed(() => resolveSiteDataByRoute(siteDataRef.value, route.data.relativePath));
  const appearance = site.value.appearance;
  const isDark = appearance === "force-dark" ? ref(true) : appearance === "force-auto" ? usePreferredDark() : appearance ? useDark({
    storageKey: APPEARANCE_KEY,
    initialValue: () => appearance === "dark" ? "dark" : "auto",
    ...typeof appearance === "object" ? appearance : {}
  }) : ref(false);
  const hashRef = ref(inBrowser ? location.hash : "");
  if (inBrowser) {
    window.addEventListener("hashchange", () => {
      hashRef.value = location.hash;
    });
  }
  watch(() => route.data, () => {
    hashRef.value = inBrowser ? location.hash : "";
  });
  return {
    site,
    theme: computed(() => site.value.themeConfig),
    page: computed(() => route.data),
    frontmatter: computed(() => route.data.frontmatter),
    params: computed(() => route.data.params),
    lang: computed(() => site.value.lang),
    dir: computed(() => route.data.frontmatter.dir || site.value.dir),
    localeIndex: computed(() => site.value.localeIndex || "root"),
    title: computed(() => createTitle(site.value, route.data)),
    description: computed(() => route.data.description || site.value.description),
    isDark,
    hash: computed(() => hashRef.value)
  };
}
function useData() {
  const data = inject(dataSymbol);
  if (!data) {
    throw new Error("vitepress data not properly injected in app");
  }
  return data;
}
function joinPath(base, path) {
  return `${base}${path}`.replace(/\/+/g, "/");
}
function withBase(path) {
  return EXTERNAL_URL_RE.test(path) || !path.startsWith("/") ? path : joinPath(siteDataRef.value.base, path);
}
function pathToFile(path) {
  let pagePath = path.replace(/\.html$/, "");
  pagePath = decodeURIComponent(pagePath);
  pagePath = pagePath.replace(/\/$/, "/index");
  {
    if (inBrowser) {
      const base = "/cropgrad/";
      pagePath = sanitizeFileName(pagePath.slice(base.length).replace(/\//g, "_") || "index") + ".md";
      let pageHash = __VP_HASH_MAP__[pagePath.toLowerCase()];
      if (!pageHash) {
        pagePath = pagePath.endsWith("_index.md") ? pagePath.slice(0, -9) + ".md" : pagePath.slice(0, -3) + "_index.md";
        pageHash = __VP_HASH_MAP__[pagePath.toLowerCase()];
      }
      if (!pageHash)
        return null;
      pagePath = `${base}${"assets"}/${pagePath}.${pageHash}.js`;
    } else {
      pagePath = `./${sanitizeFileName(pagePath.slice(1).replace(/\//g, "_"))}.md.js`;
    }
  }
  return pagePath;
}
let contentUpdatedCallbacks = [];
function onContentUpdated(fn) {
  contentUpdatedCallbacks.push(fn);
  onUnmounted(() => {
    contentUpdatedCallbacks = contentUpdatedCallbacks.filter((f) => f !== fn);
  });
}
function getScrollOffset() {
  let scrollOffset = siteDataRef.value.scrollOffset;
  let offset = 0;
  let padding = 24;
  if (typeof scrollOffset === "object" && "padding" in scrollOffset) {
    padding = scrollOffset.padding;
    scrollOffset = scrollOffset.selector;
  }
  if (typeof scrollOffset === "number") {
    offset = scrollOffset;
  } else if (typeof scrollOffset === "string") {
    offset = tryOffsetSelector(scrollOffset, padding);
  } else if (Array.isArray(scrollOffset)) {
    for (const selector of scrollOffset) {
      const res = tryOffsetSelector(selector, padding);
      if (res) {
        offset = res;
        break;
      }
    }
  }
  return offset;
}
function tryOffsetSelector(selector, padding) {
  const el = document.querySelector(selector);
  if (!el)
    return 0;
  const bot = el.getBoundingClientRect().bottom;
  if (bot < 0)
    return 0;
  return bot + padding;
}
const RouterSymbol = Symbol();
const fakeHost = "http://a.com";
const getDefaultRoute = () => ({
  path: "/",
  component: null,
  data: notFoundPageData
});
function createRouter(loadPageModule, fallbackComponent) {
  const route = reactive(getDefaultRoute());
  const router = {
    route,
    go
  };
  async function go(href = inBrowser ? location.href : "/") {
    var _a, _b;
    href = normalizeHref(href);
    if (await ((_a = router.onBeforeRouteChange) == null ? void 0 : _a.call(router, href)) === false)
      return;
    if (inBrowser && href !== normalizeHref(location.href)) {
      history.replaceState({ scrollPosition: window.scrollY }, "");
      history.pushState({}, "", href);
    }
    await loadPage(href);
    await ((_b = router.onAfterRouteChange ?? router.onAfterRouteChanged) == null ? void 0 : _b(href));
  }
  let latestPendingPath = null;
  async function loadPage(href, scrollPosition = 0, isRetry = false) {
    var _a, _b;
    if (await ((_a = router.onBeforePageLoad) == null ? void 0 : _a.call(router, href)) === false)
      return;
    const targetLoc = new URL(href, fakeHost);
    const pendingPath = latestPendingPath = targetLoc.pathname;
    try {
      let page = await loadPageModule(pendingPath);
      if (!page) {
        throw new Error(`Page not found: ${pendingPath}`);
      }
      if (latestPendingPath === pendingPath) {
        latestPendingPath = null;
        const { default: comp, __pageData } = page;
        if (!comp) {
          throw new Error(`Invalid route component: ${comp}`);
        }
        await ((_b = router.onAfterPageLoad) == null ? void 0 : _b.call(router, href));
        route.path = inBrowser ? pendingPath : withBase(pendingPath);
        route.component = markRaw(comp);
        route.data = true ? markRaw(__pageData) : readonly(__pageData);
        if (inBrowser) {
          nextTick(() => {
            let actualPathname = siteDataRef.value.base + __pageData.relativePath.replace(/(?:(^|\/)index)?\.md$/, "$1");
            if (!siteDataRef.value.cleanUrls && !actualPathname.endsWith("/")) {
              actualPathname += ".html";
            }
            if (actualPathname !== targetLoc.pathname) {
              targetLoc.pathname = actualPathname;
              href = actualPathname + targetLoc.search + targetLoc.hash;
              history.replaceState({}, "", href);
            }
            if (targetLoc.hash && !scrollPosition) {
              let target = null;
              try {
                target = document.getElementById(decodeURIComponent(targetLoc.hash).slice(1));
              } catch (e) {
                console.warn(e);
              }
              if (target) {
                scrollTo(target, targetLoc.hash);
                return;
              }
            }
            window.scrollTo(0, scrollPosition);
          });
        }
      }
    } catch (err) {
      if (!/fetch|Page not found/.test(err.message) && !/^\/404(\.html|\/)?$/.test(href)) {
        console.error(err);
      }
      if (!isRetry) {
        try {
          const res = await fetch(siteDataRef.value.base + "hashmap.json");
          window.__VP_HASH_MAP__ = await res.json();
          await loadPage(href, scrollPosition, true);
          return;
        } catch (e) {
        }
      }
      if (latestPendingPath === pendingPath) {
        latestPendingPath = null;
        route.path = inBrowser ? pendingPath : withBase(pendingPath);
        route.component = fallbackComponent ? markRaw(fallbackComponent) : null;
        const relativePath = inBrowser ? pendingPath.replace(/(^|\/)$/, "$1index").replace(/(\.html)?$/, ".md").replace(/^\//, "") : "404.md";
        route.data = { ...notFoundPageData, relativePath };
      }
    }
  }
  if (inBrowser) {
    if (history.state === null) {
      history.replaceState({}, "");
    }
    window.addEventListener("click", (e) => {
      if (e.defaultPrevented || !(e.target instanceof Element) || e.target.closest("button") || // temporary fix for docsearch action buttons
      e.button !== 0 || e.ctrlKey || e.shiftKey || e.altKey || e.metaKey)
        return;
      const link = e.target.closest("a");
      if (!link || link.closest(".vp-raw") || link.hasAttribute("download") || link.hasAttribute("target"))
        return;
      const linkHref = link.getAttribute("href") ?? (link instanceof SVGAElement ? link.getAttribute("xlink:href") : null);
      if (linkHref == null)
        return;
      const { href, origin, pathname, hash, search } = new URL(linkHref, link.baseURI);
      const currentUrl = new URL(location.href);
      if (origin === currentUrl.origin && treatAsHtml(pathname)) {
        e.preventDefault();
        if (pathname === currentUrl.pathname && search === currentUrl.search) {
          if (hash !== currentUrl.hash) {
            history.pushState({}, "", href);
            window.dispatchEvent(new HashChangeEvent("hashchange", {
              oldURL: currentUrl.href,
              newURL: href
            }));
          }
          if (hash) {
            scrollTo(link, hash, link.classList.contains("header-anchor"));
          } else {
            window.scrollTo(0, 0);
          }
        } else {
          go(href);
        }
      }
    }, { capture: true });
    window.addEventListener("popstate", async (e) => {
      var _a;
      if (e.state === null)
        return;
      const href = normalizeHref(location.href);
      await loadPage(href, e.state && e.state.scrollPosition || 0);
      await ((_a = router.onAfterRouteChange ?? router.onAfterRouteChanged) == null ? void 0 : _a(href));
    });
    window.addEventListener("hashchange", (e) => {
      e.preventDefault();
    });
  }
  return router;
}
function useRouter() {
  const router = inject(RouterSymbol);
  if (!router) {
    throw new Error("useRouter() is called without provider.");
  }
  return router;
}
function useRoute() {
  return useRouter().route;
}
function scrollTo(el, hash, smooth = false) {
  let target = null;
  try {
    target = el.classList.contains("header-anchor") ? el : document.getElementById(decodeURIComponent(hash).slice(1));
  } catch (e) {
    console.warn(e);
  }
  if (target) {
    let scrollToTarget = function() {
      if (!smooth || Math.abs(targetTop - window.scrollY) > window.innerHeight)
        window.scrollTo(0, targetTop);
      else
        window.scrollTo({ left: 0, top: targetTop, behavior: "smooth" });
    };
    const targetPadding = parseInt(window.getComputedStyle(target).paddingTop, 10);
    const targetTop = window.scrollY + target.getBoundingClientRect().top - getScrollOffset() + targetPadding;
    requestAnimationFrame(scrollToTarget);
  }
}
function normalizeHref(href) {
  const url = new URL(href, fakeHost);
  url.pathname = url.pathname.replace(/(^|\/)index(\.html)?$/, "$1");
  if (siteDataRef.value.cleanUrls)
    url.pathname = url.pathname.replace(/\.html$/, "");
  else if (!url.pathname.endsWith("/") && !url.pathname.endsWith(".html"))
    url.pathname += ".html";
  return url.pathname + url.search + url.hash;
}
const runCbs = () => contentUpdatedCallbacks.forEach((fn) => fn());
const Content = defineComponent({
  name: "VitePressContent",
  props: {
    as: { type: [Object, String], default: "div" }
  },
  setup(props) {
    const route = useRoute();
    const { frontmatter, site } = useData();
    watch(frontmatter, runCbs, { deep: true, flush: "post" });
    return () => h(props.as, site.value.contentProps ?? { style: { position: "relative" } }, [
      route.component ? h(route.component, {
        onVnodeMounted: runCbs,
        onVnodeUpdated: runCbs,
        onVnodeUnmounted: runCbs
      }) : "404 Page Not Found"
    ]);
  }
});
export {
  useSessionStorage as A,
  useLocalStorage as B,
  Content as C,
  watchDebounced as D,
  EXTERNAL_URL_RE as E,
  useRouter as F,
  useEventListener as G,
  escapeRegExp as H,
  RouterSymbol as R,
  isActive as a,
  useMediaQuery as b,
  useRoute as c,
  useWindowSize as d,
  onKeyStroke as e,
  useWindowScroll as f,
  getScrollOffset as g,
  inBrowser as h,
  isExternal as i,
  useScrollLock as j,
  createTitle as k,
  initData as l,
  mergeHead as m,
  dataSymbol as n,
  onContentUpdated as o,
  pathToFile as p,
  createRouter as q,
  toArray as r,
  siteDataRef as s,
  treatAsHtml as t,
  useData as u,
  unrefElement as v,
  withBase as w,
  notNullish as x,
  tryOnScopeDispose as y,
  computedAsync as z
};
