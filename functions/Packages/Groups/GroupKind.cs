namespace Sluice.Packages.Groups;

/// <summary>What a group's pattern names, from what is most to what is least.</summary>
internal enum GroupKind
{
    /// <summary><c>/*</c></summary>
    All,

    /// <summary><c>/npm/*</c></summary>
    Format,

    /// <summary><c>/maven/com.example~</c></summary>
    NamespacePrefix,

    /// <summary><c>/npm/space/*</c></summary>
    Namespace,

    /// <summary><c>/npm/space/ui~</c></summary>
    NamePrefix,

    /// <summary><c>/maven/org.example/core$</c></summary>
    Name,
}
