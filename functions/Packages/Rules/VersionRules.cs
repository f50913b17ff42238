using Sluice.Packages.Groups;
using Sluice.Packages.Model;

namespace Sluice.Packages.Rules;

/// <summary>Whether a version is given to whoever asks. Pure: the same for what is kept and for what is outside, of every format.</summary>
/// <param name="package">Whose versions.</param>
/// <param name="order">Their order.</param>
/// <param name="held">The rules that hold for it: each withholds.</param>
/// <param name="quarantines">Of the package.</param>
/// <param name="asOf">The time as of which the token resolves; null for now.</param>
/// <param name="patterns">Reads patterns, for who asks of many packages and has read them; null for who asks of one.</param>
internal sealed class VersionRules(PackageId package, IVersionOrder order, IReadOnlyList<HeldRules> held, IReadOnlyList<StoredQuarantine> quarantines, DateTimeOffset? asOf, Func<string, GroupPattern>? patterns = null)
{
    private readonly Dictionary<NamedVersions, VersionRange[]?> _ranges = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<(HeldRules By, NamedVersions Named)>? _blocks;

    public PackageId Package => package;

    public IReadOnlyList<HeldRules> Held => held;

    public IReadOnlyList<StoredQuarantine> Quarantines => quarantines;

    public DateTimeOffset? AsOf => asOf;

    /// <summary>Whether every version is given, whichever it is: rules of other packages alone are no rules for this one.</summary>
    public bool GiveAll => quarantines.Count == 0 && asOf is null && held.All(one => LetsAllIn(one.Rules)) && Blocks.Count == 0;

    /// <summary>Why it is not given, by the strongest rule; null if it is.</summary>
    public Withholding? Withheld(RuledVersion version, DateTimeOffset now) => Quarantined(version) ?? Blocked(version) ?? NotAllowed(version) ?? Frozen(version) ?? Later(version) ?? Young(version, now);

    private Withholding? Quarantined(RuledVersion version) =>
        quarantines.Where(one => one.Version is null || order.Compare(one.Version, version.Version) == 0).OrderBy(one => one.Version is null).FirstOrDefault() is { } found
            ? new Withholding(WithheldBy.Quarantine, $"the domain '{package.Domain}'", $"it is in quarantine in the domain '{package.Domain}' since {RuleTimes.Written(found.Since)}, by {found.By}: {found.Reason}")
            : null;

    private Withholding? Blocked(RuledVersion version) =>
        (from block in Blocks
         where Names(block.Named, version)
         select new Withholding(WithheldBy.Block, block.By.Owner, $"{block.By.Owner} blocks it{(block.Named.Reason is null ? "" : $": {block.Named.Reason}")}")).FirstOrDefault();

    private Withholding? NotAllowed(RuledVersion version) => held.FirstOrDefault(one => one.Rules.Allow?.Any(named => Names(named, version)) == false) is { } strict
        ? new Withholding(WithheldBy.Allow, strict.Owner, $"it is not among what {strict.Owner} allows")
        : null;

    private Withholding? Frozen(RuledVersion version) => held.Where(one => version.ReleasedAt > one.Rules.FrozenAt).MinBy(one => one.Rules.FrozenAt) is { } frozen
        ? new Withholding(WithheldBy.Frozen, frozen.Owner, $"it was published {RuleTimes.Written(version.ReleasedAt!.Value)}, and {frozen.Owner} is frozen at {RuleTimes.Written(frozen.Rules.FrozenAt!.Value)}")
        : null;

    private Withholding? Later(RuledVersion version) => version.ReleasedAt > asOf
        ? new Withholding(WithheldBy.AsOf, "the token", $"it was published {RuleTimes.Written(version.ReleasedAt!.Value)}, and the token resolves as of {RuleTimes.Written(asOf!.Value)}")
        : null;

    private Withholding? Young(RuledVersion version, DateTimeOffset now) => !version.IsOutside || version.ReleasedAt is not { } released ? null :
        (from one in held
         let age = one.Rules.MinimumAge
         where age is { Hours: > 0 } && !age.Except.Any(named => Names(named, version))
         let until = released.AddHours(age.Hours)
         where until > now
         orderby until descending
         select new Withholding(WithheldBy.MinimumAge, one.Owner, $"{one.Owner} wants versions from outside to be {RuleTimes.Span(age.Hours)} old, and it was published {RuleTimes.Written(released)}", until)).FirstOrDefault();

    /// <summary>What is blocked of the package.</summary>
    private IReadOnlyList<(HeldRules By, NamedVersions Named)> Blocks => _blocks ??= [.. from one in held from named in one.Rules.Block where RangesOf(named) is not null select (one, named)];

    private bool LetsAllIn(PackageRules rules) => rules is { FrozenAt: null, MinimumAge: null or { Hours: 0 } } && rules.Allow?.Any(named => RangesOf(named) is { Length: 0 }) != false;

    private bool Names(NamedVersions named, RuledVersion version) => RangesOf(named) is { } ranges && (ranges.Length == 0 || Array.Exists(ranges, range => range.Has(version.Version, order)));

    /// <summary>Which of the package's versions are named; null if the package is not.</summary>
    private VersionRange[]? RangesOf(NamedVersions named)
    {
        if (!_ranges.TryGetValue(named, out var ranges))
        {
            // What only looks like a package is not it.
            var isNamed = (patterns ?? GroupPatternReader.Read)(named.Package).Names(package.Format, package.Namespace, package.Name);
            _ranges[named] = ranges = isNamed ? [.. named.Versions.Select(VersionRange.Read).OfType<VersionRange>()] : null;
        }

        return ranges;
    }
}
