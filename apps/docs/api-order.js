/**
 * The members that have pages of their own, by module, in the order of the data: what sidebar, module pages and the index follow. All
 * else that a module exports is a section of the module's page.
 */
export const order = {
  '@cropgrad/core': {
    Box: [
      'boxesFromPixels',
      'boxesToPixels',
      'boxesFromUnit',
      'boxesToUnit',
      'enlargeBoxes',
      'squareBoxes',
      'letterboxBoxes',
    ],
    Theta: [
      'boxToTheta',
      'rotatedBoxToTheta',
      'quadToTheta',
      'thetaFromPixels',
      'thetaToPixels',
      'composeTheta',
      'invertTheta',
      'transformPoints',
    ],
    Grid: ['affineGrid', 'perspectiveGrid', 'flowGrid', 'tpsGrid'],
    Sample: ['gridSample', 'affineSample', 'perspectiveSample', 'gridSampleJvp', 'coverage'],
    Crop: ['crop', 'cropQuads', 'pasteCrop'],
    'Errors and backends': ['CropError', 'registerCropBackend'],
  },
  '@cropgrad/drop-in': {
    'As in TensorFlow.js': ['cropAndResize', 'transform', 'resizeBilinear'],
    'As in torchvision': ['roiAlign', 'prRoiPool'],
  },
  '@cropgrad/layers': { Layers: ['CropLayer', 'AffineSampleLayer', 'SpatialTransformer'] },
  '@cropgrad/register': {
    Align: ['register', 'registerSteps', 'registerByGradient', 'registerVolumes'],
    Find: ['findCrop'],
  },
  '@cropgrad/arrays': { Crop: ['cropArray'] },
  '@cropgrad/backend-cpu/kernels': {
    Points: ['affineGrid', 'affineGridGradTheta', 'perspectiveGrid', 'perspectiveGridGradTheta'],
    Samples: ['gridSample', 'affineSample', 'perspectiveSample'],
    'Gradients by the image': ['gridSampleGradImage', 'affineSampleGradImage', 'perspectiveSampleGradImage'],
    'Gradients by the points': ['gridSampleGradGrid', 'affineSampleGradTheta', 'perspectiveSampleGradTheta'],
  },
  '@cropgrad/conformance/vectors': {
    Read: ['readVectors', 'VectorOptions', 'VectorGroup', 'Vector', 'VectorArray', 'ExpectedArray', 'probesOf'],
    Answer: ['readAnswers', 'AnswersFile'],
    Judge: ['judge', 'compare', 'SamplerResult', 'GroupResult', 'Failure'],
    Report: ['formatResults', 'describeFailure', 'describeTaps'],
  },
  '@cropgrad/core/backend': {
    Backend: ['CropBackend', 'Capabilities', 'Sampling', 'capabilitiesOf'],
    'What a kernel is asked for': [
      'CropKernelArgs',
      'AffineGridAttrs',
      'SampleAttrs',
      'AffineSampleAttrs',
      'ImageGradientAttrs',
      'AffineImageGradientAttrs',
      'PointGradientAttrs',
      'AffinePointGradientAttrs',
      'TangentImageGradientAttrs',
      'ResolvedSampleOptions',
    ],
    'Boxes on the host': ['writeThetas', 'writeBoxGradients'],
    'Rules of other libraries': ['PeerRules', 'affineSampleWith', 'gridSampleWith'],
    'Arguments and errors': ['checkCropOptions', 'readSize', 'describeValue'],
  },
  '@cropgrad/conformance': {
    'In a test runner': ['testBackend', 'TestBackendOptions'],
    'Without one': ['mount', 'Mounted', 'Subject', 'runCheck', 'RunOptions', 'CheckResult', 'Worst'],
    'What a check is': ['Check', 'CheckContext', 'Covers', 'CheckFailure'],
  },
};

/** The names of the module's groups and members, in order; undefined for a module that is one page. */
export function groupsOf(module) {
  return order[module] && Object.entries(order[module]);
}

/** The group of a member; undefined for one that has no page of its own. */
export function groupOf(module, member) {
  return groupsOf(module)?.find(([, members]) => members.includes(member))?.[0];
}
