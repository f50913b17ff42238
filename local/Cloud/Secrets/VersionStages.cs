namespace Sluice.Local.Cloud.Secrets;

/// <summary>Where staging labels go. A label is at one version alone; what was AWSCURRENT until now becomes AWSPREVIOUS.</summary>
internal static class VersionStages
{
    /// <summary>The versions with a label at one of them, and at no other.</summary>
    public static IReadOnlyList<SecretVersion> Moved(IReadOnlyList<SecretVersion> versions, string stage, string to)
    {
        var from = versions.FirstOrDefault(version => version.Stages.Contains(stage));
        var moved = With(versions, stage, to);
        return stage == SecretVersion.Current && from is not null && from.Id != to ? With(moved, SecretVersion.Previous, from.Id) : moved;
    }

    /// <summary>The versions with a new one that has these labels.</summary>
    public static IReadOnlyList<SecretVersion> Added(IReadOnlyList<SecretVersion> versions, string id, DateTimeOffset now, IReadOnlyList<string> stages) =>
        stages.Aggregate((IReadOnlyList<SecretVersion>)[.. versions, new SecretVersion(id, now, [])], (all, stage) => Moved(all, stage, id));

    /// <summary>The versions without a label.</summary>
    public static IReadOnlyList<SecretVersion> Removed(IReadOnlyList<SecretVersion> versions, string stage) =>
        [.. versions.Select(version => version.Stages.Contains(stage) ? version with { Stages = [.. version.Stages.Where(one => one != stage)] } : version)];

    private static IReadOnlyList<SecretVersion> With(IReadOnlyList<SecretVersion> versions, string stage, string to) =>
        [.. Removed(versions, stage).Select(version => version.Id == to ? version with { Stages = [.. version.Stages, stage] } : version)];
}
