using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Deployments.Revisions;

/// <summary>When two locations are one revision: the same object (version and ETag as given), the same commit, or the same text.</summary>
internal static class RevisionIdentity
{
    /// <summary>The SHA-256 of what identifies it, in hexadecimal.</summary>
    public static string Of(RevisionLocation location)
    {
        string?[] identity = location switch
        {
            { S3Location: { } s3 } => ["S3", s3.Bucket, s3.Key, s3.BundleType?.ToString(), s3.Version, s3.ETag?.Trim('"')],
            { GitHubLocation: { } commit } => ["GitHub", commit.Repository, commit.CommitId],
            _ => ["AppSpecContent", Sha256Of(TextOf(location))],
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(identity)));
    }

    /// <summary>The appspec in the request, in the newer form or the older one.</summary>
    public static AppSpecContent? TextOf(RevisionLocation location) => location.AppSpecContent
        ?? (location.String is { } older ? new AppSpecContent { Content = older.Content, Sha256 = older.Sha256 } : null);

    /// <summary>What it says of itself, or else what it is.</summary>
    public static string? Sha256Of(AppSpecContent? text) => text switch
    {
        { Sha256: { Length: > 0 } sha256 } => sha256.ToLowerInvariant(),
        { Content: { } content } => Sha256Of(content),
        _ => null,
    };

    public static string Sha256Of(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
