import DictumKit
import DictumModelFile

/// One transformer layer's weights.
struct EncoderLayer: Sendable {
  /// Query, key and value stacked: `[3 width, width]`.
  let projection: LinearLayer
  let attentionOutput: LinearLayer
  let attentionNorm: LayerNorm
  let up: LinearLayer
  let down: LinearLayer
  let feedForwardNorm: LayerNorm

  /// Reads and packs layer `index`.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`, `engineFailed`.
  init(
    _ index: Int,
    _ config: ModelConfig,
    _ tensors: TensorTable,
    _ precision: Precision,
    _ engine: ComputeEngine
  ) throws(DictumError) {
    let prefix = "encoder.layers.\(index)."
    func linear(_ name: String, _ outputs: Int, _ inputs: Int) throws(DictumError) -> LinearLayer {
      try LinearLayer(
        try WeightMatrix(prefix + name, rows: outputs, columns: inputs, in: tensors),
        bias: try tensors.floats(prefix + name + ".bias", shape: [outputs]),
        precision: precision,
        engine: engine
      )
    }
    projection = try linear("attention.qkv", 3 * config.width, config.width)
    attentionOutput = try linear("attention.output", config.width, config.width)
    attentionNorm = try tensors.norm(prefix + "attention.norm", width: config.width)
    up = try linear("feed_forward.up", config.feedForward, config.width)
    down = try linear("feed_forward.down", config.width, config.feedForward)
    feedForwardNorm = try tensors.norm(prefix + "feed_forward.norm", width: config.width)
  }
}
