using System.Text.RegularExpressions;

namespace Sluice.Packages.Model;

/// <summary>Names as formats keep them.</summary>
public static partial class PackageNames
{
    /// <summary>Whether packages of a format have a namespace: npm's and generic ones may.</summary>
    public static bool MayHaveNamespace(PackageFormat format) => format is PackageFormat.npm or PackageFormat.maven or PackageFormat.swift or PackageFormat.generic;

    /// <summary>Whether packages of a format must have one.</summary>
    public static bool MustHaveNamespace(PackageFormat format) => format is PackageFormat.maven or PackageFormat.swift;

    /// <summary>The name by which a format keeps what is called so.</summary>
    public static string Kept(PackageFormat format, string name) => format switch
    {
        PackageFormat.pypi => Separators().Replace(name, "-").ToLowerInvariant(),
        PackageFormat.nuget or PackageFormat.swift => name.ToLowerInvariant(),
        PackageFormat.cargo => name.ToLowerInvariant().Replace('_', '-'),
        _ => name,
    };

    /// <summary>The namespace by which a format keeps what is called so; null stays null.</summary>
    public static string? KeptNamespace(PackageFormat format, string? space) => format is PackageFormat.swift ? space?.ToLowerInvariant() : space;

    [GeneratedRegex("[-_.]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
