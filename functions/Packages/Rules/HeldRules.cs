using Sluice.Packages.Model;

namespace Sluice.Packages.Rules;

/// <summary>Rules that hold for a package, and whose they are.</summary>
/// <param name="Owner">For people, e.g. <c>the repository 'main'</c>.</param>
/// <param name="Rules">What they say.</param>
/// <param name="Revision">Another one if they may be others.</param>
internal sealed record HeldRules(string Owner, PackageRules Rules, string Revision);
