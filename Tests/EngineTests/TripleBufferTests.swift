/// The hand-over between two threads.
import Basics
import Dispatch
import Testing

struct TripleBufferTests {
  @Test func theReaderSeesTheNewestOnly() {
    let buffer = TripleBuffer(0)
    #expect(!buffer.isFresh)
    #expect(buffer.withLatest { $0 } == 0)
    for value in 1...5 { buffer.write { $0 = value } }
    #expect(buffer.isFresh)
    #expect(buffer.withLatest { $0 } == 5)
    #expect(!buffer.isFresh)
    #expect(buffer.withLatest { $0 } == 5)
    buffer.write { $0 = 6 }
    #expect(buffer.withLatest { $0 } == 6)
  }

  @Test func anySequenceOfWritesAndReadsKeepsTheNewest() {
    // Every pattern of ten writes (1) and reads (0), so that every slot is seen in every role.
    for pattern in 0..<1024 {
      let buffer = TripleBuffer(-1)
      var newest = -1
      for bit in 0..<10 {
        if pattern >> bit & 1 == 1 {
          newest = bit
          buffer.write { $0 = bit }
        } else {
          #expect(buffer.withLatest { $0 } == newest)
        }
      }
    }
  }

  @Test func aSlotKeepsItsMemory() {
    let buffer = TripleBuffer([Int]())
    for round in 0..<6 {
      buffer.write { values in
        if round >= 3 { #expect(values.capacity >= 1000) }
        values.removeAll(keepingCapacity: true)
        values.append(contentsOf: 0..<1000)
      }
      #expect(buffer.withLatest { $0.count } == 1000)
    }
  }

  @Test func twoThreadsNeverSeeATornOrOlderValue() {
    let buffer = TripleBuffer(Array(repeating: 0, count: 64))
    let last = 20_000
    let isDone = DispatchSemaphore(value: 0)
    // A queue of its own has a thread of its own, even while all others are busy.
    DispatchQueue(label: "writer").async {
      for value in 1...last {
        buffer.write { values in
          for index in values.indices { values[index] = value }
        }
      }
      isDone.signal()
    }
    var seen = 0
    var faults = 0
    while seen < last {
      let (first, isWhole) = buffer.withLatest { values in
        let first = values[0]
        return (first, values.allSatisfy { $0 == first })
      }
      if !isWhole || first < seen { faults += 1 }
      seen = max(seen, first)
    }
    isDone.wait()
    #expect(faults == 0)
  }
}
