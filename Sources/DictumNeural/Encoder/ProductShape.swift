import CDNNL
import DictumKit
import DictumModelFile

/// The shape of a product `[rows, inputs] x [outputs, inputs]ᵀ` and its precision: what a compiled kernel depends on.
struct ProductShape: Hashable {
  var rows: Int
  var inputs: Int
  var outputs: Int
  var precision: Precision

  /// Rows for which the layout of packed weights is chosen; measured to be the same for 1 to 256 rows.
  static let packingRows = 128

  /// oneDNN's description of the product.
  ///
  /// - Parameter weights: the packed weights' layout; nil to let oneDNN choose.
  /// - Throws: `engineFailed`.
  func description(
    _ engine: ComputeEngine,
    weights: dnnl_memory_desc_t?
  ) throws(DictumError) -> dnnl_primitive_desc_t {
    let integer = precision == .int8
    var source = try engine.description([rows, inputs], integer ? dnnl_u8 : dnnl_f32, dnnl_ab)
    var target = try engine.description([rows, outputs], integer ? dnnl_s32 : dnnl_f32, dnnl_ab)
    var bias = try engine.description([outputs], dnnl_f32, dnnl_a)
    var layout: dnnl_memory_desc_t
    if let weights {
      layout = weights
    } else {
      layout = try engine.description([outputs, inputs], integer ? dnnl_s8 : dnnl_f32, dnnl_format_tag_any)
    }
    var attributes: dnnl_primitive_attr_t?
    try ComputeEngine.check(dnnl_primitive_attr_create(&attributes), "making attributes")
    defer { dnnl_primitive_attr_destroy(attributes) }
    // A product with scratch room of the caller's can run on several threads at a time.
    try ComputeEngine.check(
      dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user),
      "setting attributes"
    )
    var product = dnnl_inner_product_desc_t()
    // Integer sums get their bias when they are turned back into numbers.
    let status =
      integer
      ? dnnl_inner_product_forward_desc_init(&product, dnnl_forward_inference, &source, &layout, nil, &target)
      : dnnl_inner_product_forward_desc_init(&product, dnnl_forward_inference, &source, &layout, &bias, &target)
    try ComputeEngine.check(status, "describing a product")
    var made: dnnl_primitive_desc_t?
    try ComputeEngine.check(
      dnnl_primitive_desc_create(&made, &product, attributes, engine.engine, nil),
      "planning a product of \(rows) x \(inputs) x \(outputs)"
    )
    guard let made else { throw DictumError(.engineFailed, "oneDNN gave no plan") }
    return made
  }
}
