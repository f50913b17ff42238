using Sluice.Packages.Model;

namespace Sluice.Packages.Retention;

/// <summary>A version that a rule does not keep.</summary>
/// <param name="Version">It.</param>
/// <param name="Reason">Why, in a part of a sentence.</param>
internal sealed record Expiry(StoredVersion Version, string Reason);
