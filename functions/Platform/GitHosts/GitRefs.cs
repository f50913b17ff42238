namespace Sluice.Platform.GitHosts;

/// <summary>Refs and what triggers are called by them.</summary>
public static class GitRefs
{
    /// <summary>What the refs of branches begin with.</summary>
    public const string Heads = "refs/heads/";

    /// <summary>What the refs of tags begin with.</summary>
    public const string Tags = "refs/tags/";

    /// <summary>The ref of a branch.</summary>
    public static string Branch(string? name) => Heads + name;

    /// <summary>The ref of a tag.</summary>
    public static string Tag(string? name) => Tags + name;

    /// <summary>What a trigger by this ref is called: <c>branch/NAME</c> or <c>tag/NAME</c>.</summary>
    public static string Trigger(string reference) => reference.StartsWith(Tags, StringComparison.Ordinal) ? $"tag/{reference[Tags.Length..]}"
        : reference.StartsWith(Heads, StringComparison.Ordinal) ? $"branch/{reference[Heads.Length..]}"
        : reference;

    /// <summary>Forty zeros are no commit: what is pushed so is new or gone.</summary>
    public static string? Commit(string? id) => string.IsNullOrEmpty(id) || id.All(c => c == '0') ? null : id;
}
