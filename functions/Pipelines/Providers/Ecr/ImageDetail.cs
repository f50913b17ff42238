using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Accounts;

namespace Sluice.Pipelines.Providers.Ecr;

/// <summary>An image, as CodePipeline writes it into <c>imageDetail.json</c>.</summary>
internal sealed record ImageDetail(string RegistryId, string RepositoryName, string Digest, string ImageUri, JsonNode Image)
{
    public const string FileName = "imageDetail.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="image">As ECR describes it.</param>
    /// <param name="repository">The action's.</param>
    /// <param name="account">Whose registry it is where ECR does not say.</param>
    public static ImageDetail Of(JsonNode image, string repository, SuiteAccount account)
    {
        var registry = (string?)image["RegistryId"] ?? account.AccountId;
        var name = (string?)image["RepositoryName"] ?? repository;
        var digest = (string)image["ImageDigest"]!;
        var suffix = account.Region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";
        return new ImageDetail(registry, name, digest, $"{registry}.dkr.ecr.{account.Region}.{suffix}/{name}@{digest}", image);
    }

    public byte[] ToFile() => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["ImageSizeInBytes"] = Image["ImageSizeInBytes"]?.ToString(),
            ["ImageDigest"] = Digest,
            ["Version"] = "1.0",
            ["ImagePushedAt"] = PushedAt((string?)Image["ImagePushedAt"]),
            ["RegistryId"] = RegistryId,
            ["RepositoryName"] = RepositoryName,
            ["ImageURI"] = ImageUri,
            ["ImageTags"] = Image["ImageTags"]?.DeepClone() ?? new JsonArray(),
        },
        Indented);

    /// <summary>In the original's form: <c>Mon Jan 21 20:04:00 UTC 2019</c>.</summary>
    private static string? PushedAt(string? time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var pushed) ? pushed.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture) : time;
}
