namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Ids of uploads, in the order in which they began.</summary>
internal static class UploadIds
{
    public static string Of(DateTimeOffset now, string uuid) => $"{now.ToUnixTimeMilliseconds():x12}{uuid.Replace("-", "", StringComparison.Ordinal)}";
}
