using Sluice.Packages.Formats.Ruby.Specs;

namespace Sluice.Packages.Formats.Ruby.Archives;

/// <summary>What is read of a gem.</summary>
/// <param name="Spec">What it says of itself.</param>
/// <param name="Readme">Its readme; null if it has none.</param>
internal sealed record GemContents(GemSpec Spec, byte[]? Readme);
