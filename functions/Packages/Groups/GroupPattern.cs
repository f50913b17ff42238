using Sluice.Packages.Model;

namespace Sluice.Packages.Groups;

/// <summary>Which packages a group has, by their format, namespace and name. Pure.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Format">Of which format; null for all.</param>
/// <param name="Namespace">What is before the name, or how it begins; empty where there is none.</param>
/// <param name="Name">The name, or how it begins; empty where it is not said.</param>
internal sealed record GroupPattern(string Text, GroupKind Kind, PackageFormat? Format = null, string Namespace = "", string Name = "")
{
    /// <summary>All packages.</summary>
    public static GroupPattern Root { get; } = new("/*", GroupKind.All);

    /// <summary>How strongly a package is of this group, if no other group is asked; null if it is not.</summary>
    public PackageGroupAssociationType? Takes(PackageFormat format, string? space, string name) => (Kind, format == Format) switch
    {
        (GroupKind.All, _) or (GroupKind.Format, true) => PackageGroupAssociationType.STRONG,
        (GroupKind.NamespacePrefix, true) => space is null ? null : NameMatch.Prefix(Namespace, space),
        (GroupKind.Namespace, true) => NameMatch.Whole(Namespace, space ?? ""),
        (GroupKind.NamePrefix, true) => Weaker(NameMatch.Whole(Namespace, space ?? ""), NameMatch.Prefix(Name, name)),
        (GroupKind.Name, true) => Weaker(NameMatch.Whole(Namespace, space ?? ""), NameMatch.Whole(Name, name)),
        _ => null,
    };

    /// <summary>Whether a package is of this group strongly: by its name as it is, whatever looks like it.</summary>
    public bool Names(PackageFormat format, string? space, string name) => (Kind, format == Format) switch
    {
        (GroupKind.All, _) or (GroupKind.Format, true) => true,
        (GroupKind.NamespacePrefix, true) => space is not null && NameMatch.Begins(Namespace, space),
        (GroupKind.Namespace, true) => Namespace == (space ?? ""),
        (GroupKind.NamePrefix, true) => Namespace == (space ?? "") && NameMatch.Begins(Name, name),
        (GroupKind.Name, true) => Namespace == (space ?? "") && Name == name,
        _ => false,
    };

    /// <summary>Whether the other one is below this one.</summary>
    public bool Holds(GroupPattern other) => other != this && (Kind is GroupKind.All || (Format == other.Format && (Kind, other.Kind) switch
    {
        (GroupKind.Format, not GroupKind.All) => true,
        (GroupKind.NamespacePrefix, GroupKind.NamespacePrefix or GroupKind.Namespace or GroupKind.NamePrefix or GroupKind.Name) => other.Namespace.Length > 0 && NameMatch.Begins(Namespace, other.Namespace),
        (GroupKind.Namespace, GroupKind.NamePrefix or GroupKind.Name) => Namespace == other.Namespace,
        (GroupKind.NamePrefix, GroupKind.NamePrefix or GroupKind.Name) => Namespace == other.Namespace && NameMatch.Begins(Name, other.Name),
        _ => false,
    }));

    private static PackageGroupAssociationType? Weaker(PackageGroupAssociationType? one, PackageGroupAssociationType? other) =>
        one is null || other is null ? null : one is PackageGroupAssociationType.WEAK ? one : other;
}
