using System.Globalization;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Providers.S3;

/// <summary>Where an action puts objects.</summary>
internal static class ObjectKeys
{
    /// <summary>The action's key with its placeholders filled in: the same however often the action is taken up again.</summary>
    public static string Of(OwnAction action) => action.Request.Configuration.GetValueOrDefault("ObjectKey", "")
        .Replace("{datetime}", action.StartedAt.UtcDateTime.ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{uuid}", action.Id, StringComparison.Ordinal);

    /// <summary>A file's key below a prefix.</summary>
    public static string Below(string prefix, string path) => prefix.Trim('/') is { Length: > 0 } folder ? $"{folder}/{path}" : path;
}
