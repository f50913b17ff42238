namespace Sluice.Packages.Rules;

/// <summary>What rules go by.</summary>
/// <param name="Version">As its format keeps it.</param>
/// <param name="IsOutside">Whether it comes from a registry outside, be it kept already.</param>
/// <param name="ReleasedAt">When it could first be had; for what is not known, when the suite first saw it. Null where no rule asks for times.</param>
internal sealed record RuledVersion(string Version, bool IsOutside, DateTimeOffset? ReleasedAt);
