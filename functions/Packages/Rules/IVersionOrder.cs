namespace Sluice.Packages.Rules;

/// <summary>The order of a format's versions, for ranges.</summary>
internal interface IVersionOrder
{
    /// <summary>Whose versions.</summary>
    PackageFormat Format { get; }

    /// <summary>Below zero if the first is lower, zero if they are the same one.</summary>
    int Compare(string one, string other);

    /// <summary>Whether it comes before a release.</summary>
    bool IsEarly(string version);
}
