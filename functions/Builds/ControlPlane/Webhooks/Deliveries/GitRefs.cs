namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Refs and what triggers are called by them.</summary>
internal static class GitRefs
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    public static string Branch(string? name) => Heads + name;

    public static string Tag(string? name) => Tags + name;

    public static string Trigger(string reference) => reference.StartsWith(Tags, StringComparison.Ordinal) ? $"tag/{reference[Tags.Length..]}"
        : reference.StartsWith(Heads, StringComparison.Ordinal) ? $"branch/{reference[Heads.Length..]}"
        : reference;

    /// <summary>Forty zeros are no commit: what is pushed so is new or gone.</summary>
    public static string? Commit(string? id) => string.IsNullOrEmpty(id) || id.All(c => c == '0') ? null : id;
}
