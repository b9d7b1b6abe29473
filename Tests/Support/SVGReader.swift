/// SVG read back by a parser of XML that knows nothing of how it was written.
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

package struct SVGElement: Sendable {
  package var name: String
  package var attributes: [String: String]
  package var text = ""

  /// An attribute that is a number; NaN where it is none.
  package func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? .nan }

  /// The strokes `M x y v height` of a path, or `M x y V end`.
  package var strokes: [(x: Double, y: Double)] {
    (attributes["d"] ?? "").split(separator: "M").map { part in
      let numbers = part.split { "vVhHzL ".contains($0) }.compactMap { Double($0) }
      return (numbers[0], numbers[1])
    }
  }
}

package enum SVGReader {
  /// All elements in order. - Throws: where it is not well-formed.
  package static func elements(of text: String) throws -> [SVGElement] {
    let collector = ElementCollector()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = collector
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.propertyListReadCorrupt) }
    return collector.elements
  }
}

private final class ElementCollector: NSObject, XMLParserDelegate {
  private(set) var elements: [SVGElement] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    elements.append(SVGElement(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if let last = open.last { elements[last].text += characters }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
