using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>The six letters at the end of a secret's ARN.</summary>
internal static class SecretSuffix
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 6;

    public static string Of(IIds ids) => string.Concat(Convert.FromHexString(ids.Secret())[..Length].Select(octet => Letters[octet % Letters.Length]));
}
