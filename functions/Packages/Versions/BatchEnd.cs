using Sluice.Packages.Model;

namespace Sluice.Packages.Versions;

/// <summary>What became of some versions of a package: all of them were changed, or none, but for what others changed meanwhile.</summary>
/// <param name="Changed">As they are now, or were when they were deleted.</param>
/// <param name="Unchanged">That were so already.</param>
/// <param name="Failed">Why the others are not.</param>
internal sealed record BatchEnd(IReadOnlyDictionary<string, StoredVersion> Changed, IReadOnlyDictionary<string, StoredVersion> Unchanged, IReadOnlyDictionary<string, VersionFailure> Failed);
