// Whole-vector arithmetic. Swift's own operators on SIMD values of floating-point numbers, and its choice by a mask,
// are loops over the lanes, which the optimiser puts together again in short functions and fails to in long ones: a
// Hodgkin-Huxley step came out in pieces and took twice the time. These are single instructions whatever is around them.
//
// Not contracted: a * b + c rounds twice on every machine, so that results are the same on all of them.
#ifndef GANGLION_CLANES_H
#define GANGLION_CLANES_H

#include <stdint.h>

typedef float CLanesFloat __attribute__((ext_vector_type(16)));
typedef int32_t CLanesFloatMask __attribute__((ext_vector_type(16)));
typedef double CLanesDouble __attribute__((ext_vector_type(8)));
typedef int64_t CLanesDoubleMask __attribute__((ext_vector_type(8)));
typedef _Bool CLanesFloatTruths __attribute__((ext_vector_type(16)));
typedef _Bool CLanesDoubleTruths __attribute__((ext_vector_type(8)));

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"  // All of it is inlined, so that no calling convention matters.

#define CLANES_FUNCTION static inline __attribute__((always_inline, const))
#define CLANES_FUNCTION_WITH_EFFECT static inline __attribute__((always_inline))

// Masks are all ones where true and 0 where false.
#define CLANES_OPERATIONS(Kind, Vector, Mask, Truths, Word, mantissaBits)                                              \
  CLANES_FUNCTION Vector cLanes##Kind##Sum(Vector a, Vector b) { return a + b; }                                       \
  CLANES_FUNCTION Vector cLanes##Kind##Difference(Vector a, Vector b) { return a - b; }                                \
  CLANES_FUNCTION Vector cLanes##Kind##Product(Vector a, Vector b) { return a * b; }                                   \
  CLANES_FUNCTION Vector cLanes##Kind##Quotient(Vector a, Vector b) { return a / b; }                                  \
  CLANES_FUNCTION Mask cLanes##Kind##IsAtLeast(Vector a, Vector b) { return a >= b; }                                  \
  CLANES_FUNCTION Mask cLanes##Kind##IsAbove(Vector a, Vector b) { return a > b; }                                     \
  CLANES_FUNCTION Vector cLanes##Kind##Choice(Mask mask, Vector yes, Vector no) { return mask ? yes : no; }            \
  CLANES_FUNCTION Mask cLanes##Kind##Both(Mask a, Mask b) { return a & b; }                                            \
  CLANES_FUNCTION Mask cLanes##Kind##Either(Mask a, Mask b) { return a | b; }                                          \
  CLANES_FUNCTION _Bool cLanes##Kind##Any(Mask mask) { return __builtin_reduce_or(mask) != 0; }                        \
  /* A bit for each lane, the first one lowest. */                                                                     \
  CLANES_FUNCTION uint32_t cLanes##Kind##Bits(Mask mask) {                                                             \
    const Truths truths = __builtin_convertvector(mask, Truths);                                                       \
    Word bits;                                                                                                         \
    __builtin_memcpy(&bits, &truths, sizeof bits);                                                                     \
    return bits;                                                                                                       \
  }                                                                                                                    \
  CLANES_FUNCTION Mask cLanes##Kind##FromBits(uint32_t bits) {                                                         \
    const Word word = (Word)bits;                                                                                      \
    Truths truths;                                                                                                     \
    __builtin_memcpy(&truths, &word, sizeof word);                                                                     \
    return -__builtin_convertvector(truths, Mask);                                                                     \
  }                                                                                                                    \
  /* Adds the whole number in the low bits of `shifted` to the exponents of `values`. */                               \
  CLANES_FUNCTION Vector cLanes##Kind##Scaled(Vector values, Vector shifted) {                                         \
    return (Vector)((Mask)values + ((Mask)shifted << mantissaBits));                                                   \
  }

CLANES_OPERATIONS(Float, CLanesFloat, CLanesFloatMask, CLanesFloatTruths, uint16_t, 23)
CLANES_OPERATIONS(Double, CLanesDouble, CLanesDoubleMask, CLanesDoubleTruths, uint8_t, 52)

// Asks for the line of the cache in which this is, and waits for nothing.
CLANES_FUNCTION_WITH_EFFECT void cLanesFetch(const void *address) { __builtin_prefetch(address); }

#pragma clang diagnostic pop

// The widest vector instructions that the compiler may use: an index into the names of `BuildTarget`.
enum {
#if defined(__AVX512F__)
  cLanesInstructions = 5
#elif defined(__AVX2__)
  cLanesInstructions = 4
#elif defined(__AVX__)
  cLanesInstructions = 3
#elif defined(__SSE2__)
  cLanesInstructions = 2
#elif defined(__ARM_NEON)
  cLanesInstructions = 1
#else
  cLanesInstructions = 0
#endif
};

// What a processor is told in a loop that waits for another: to leave room to whoever shares its core.
static inline void cLanesPause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__) || defined(__arm__)
  __asm__ volatile("yield");
#endif
}

#endif
