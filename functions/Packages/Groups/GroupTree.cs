using Sluice.Packages.Model;

namespace Sluice.Packages.Groups;

/// <summary>All groups of a domain. The root is always there, and lets everything in until something else is said. Pure.</summary>
internal sealed class GroupTree
{
    private static readonly GroupRestriction Open = new(PackageGroupOriginRestrictionMode.ALLOW, []);
    private readonly List<(GroupPattern Pattern, StoredGroup Group)> _groups;

    /// <param name="domain">Whose groups they are.</param>
    /// <param name="since">When it was made, and the root with it.</param>
    /// <param name="stored">Those that somebody made or changed.</param>
    public GroupTree(string domain, DateTimeOffset since, IEnumerable<StoredGroup> stored)
    {
        // The most special first: what decides, and of two that are as special the longer one.
        _groups = [.. stored.Select(group => (Pattern: GroupPatternReader.Read(group.Pattern), Group: group))];
        if (_groups.TrueForAll(one => one.Pattern.Kind is not GroupKind.All))
        {
            _groups.Add((GroupPattern.Root, new StoredGroup(domain, GroupPattern.Root.Text, since)));
        }

        _groups.Sort((one, other) => (other.Pattern.Kind, other.Pattern.Namespace.Length, other.Pattern.Name.Length).CompareTo((one.Pattern.Kind, one.Pattern.Namespace.Length, one.Pattern.Name.Length)));
    }

    /// <summary>All of them, the root too.</summary>
    public IEnumerable<StoredGroup> All => _groups.Select(one => one.Group);

    /// <summary>The one of this pattern; null if there is none.</summary>
    public StoredGroup? Find(string pattern) => _groups.Find(one => one.Pattern.Text == pattern).Group;

    /// <summary>The one above; null for the root.</summary>
    public StoredGroup? Above(StoredGroup group)
    {
        var pattern = _groups.Find(one => ReferenceEquals(one.Group, group)).Pattern ?? GroupPatternReader.Read(group.Pattern);
        return _groups.Find(one => one.Pattern.Holds(pattern)).Group;
    }

    /// <summary>The group of a package: the most special one that takes it, and of those the one that takes it strongly.</summary>
    public (StoredGroup Group, PackageGroupAssociationType Type) Of(PackageFormat format, string? space, string name)
    {
        var taking = _groups.Select(one => (one.Group, one.Pattern, Type: one.Pattern.Takes(format, space, name))).Where(one => one.Type is not null).ToList();
        var first = taking[0].Pattern;
        var best = taking.Where(one => one.Pattern.Kind == first.Kind && one.Pattern.Namespace.Length == first.Namespace.Length && one.Pattern.Name.Length == first.Name.Length).OrderBy(one => one.Type).First();
        return (best.Group, best.Type!.Value);
    }

    /// <summary>What holds for a group.</summary>
    public EffectiveRestriction Effective(StoredGroup group, PackageGroupOriginRestrictionType type)
    {
        var own = group.Restrictions.GetValueOrDefault(type) ?? (Above(group) is null ? Open : GroupRestriction.Inherited);
        return own.Mode is PackageGroupOriginRestrictionMode.INHERIT && Above(group) is { } above
            ? Effective(above, type) with { Mode = own.Mode }
            : new EffectiveRestriction(own.Mode, own, group);
    }

    /// <summary>Whether a package may come this way into its repository.</summary>
    public bool Allows(PackageId package, PackageGroupOriginRestrictionType type) => Effective(Of(package.Format, package.Namespace, package.Name).Group, type).Allows(package.Repository);
}
