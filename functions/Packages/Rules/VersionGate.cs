using System.Globalization;
using Sluice.Packages.Model;

namespace Sluice.Packages.Rules;

/// <summary>What stands between a place and who asks: which of its versions of a package are given, as of the moment of the request.</summary>
internal sealed class VersionGate
{
    /// <summary>Everything is given.</summary>
    public static readonly VersionGate Open = new(new VersionRules(new PackageId("", "", PackageFormat.generic, null, ""), new GeneralOrder(PackageFormat.generic), [], [], asOf: null), default);

    private readonly VersionRules _rules;
    private readonly DateTimeOffset _now;
    private bool? _isOpen;

    /// <param name="rules">What is decided by.</param>
    /// <param name="now">When it is asked.</param>
    public VersionGate(VersionRules rules, DateTimeOffset now) => (_rules, _now) = (rules, now);

    /// <summary>Whether everything is given, so that nobody need be asked for times.</summary>
    public bool IsOpen => _isOpen ??= _rules.GiveAll;

    /// <summary>Whether it matters when versions were published.</summary>
    public bool AsksForTimes => _rules.AsOf is not null || _rules.Held.Any(held => held.Rules.MinimumAge is { Hours: > 0 } || held.Rules.FrozenAt is not null);

    /// <summary>Another one whenever it may decide otherwise: where ages count, each minute.</summary>
    public string Stamp => IsOpen ? "" : string.Join(
        ',',
        [
            .. _rules.Held.Select(held => held.Revision), .. _rules.Quarantines.Select(one => one.Revision), _rules.AsOf is { } time ? RuleTimes.Written(time) : "",
            _rules.Held.Any(held => held.Rules.MinimumAge is { Hours: > 0 }) ? (_now.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture) : "",
        ]);

    /// <summary>Why a version that is kept is not given; null if it is.</summary>
    public Withholding? Of(StoredVersion version) => IsOpen ? null : Of(new RuledVersion(version.Version, version.Origin.Type is PackageVersionOriginType.EXTERNAL, version.FirstHadAt));

    /// <summary>Why a version is not given; null if it is.</summary>
    public Withholding? Of(RuledVersion version) => IsOpen ? null : _rules.Withheld(version, _now);

    /// <exception cref="WithheldException">It is not given.</exception>
    public void Demand(StoredVersion version)
    {
        if (version.IsServed && Of(version) is { } withholding)
        {
            throw Refusal(version.Version, withholding);
        }
    }

    /// <exception cref="WithheldException">It is not given.</exception>
    public void Demand(RuledVersion version)
    {
        if (Of(version) is { } withholding)
        {
            throw Refusal(version.Version, withholding);
        }
    }

    private WithheldException Refusal(string version, Withholding withholding) => new(_rules.Package, version, withholding);
}
