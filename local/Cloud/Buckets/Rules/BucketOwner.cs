using System.Security.Cryptography;
using System.Text;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>Whose all buckets and objects are: the account of this machine.</summary>
internal sealed class BucketOwner(CloudIdentity identity)
{
    public string Region => identity.Region;

    public string AccountId => identity.AccountId;

    /// <summary>The account as S3 names owners: 64 hexadecimal digits.</summary>
    public OwnerInfo Info { get; } = new() { ID = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.AccountId))) };

    public IReadOnlyList<GrantEntry> Grants => [new GrantEntry { Grantee = new Grantee { Type = "CanonicalUser", ID = Info.ID }, Permission = "FULL_CONTROL" }];

    public static string BucketArn(string bucket) => $"arn:aws:s3:::{bucket}";

    /// <summary>Whose the client thinks that a bucket is.</summary>
    /// <exception cref="ApiException"><c>AccessDenied</c>.</exception>
    public void Check(string? expected)
    {
        if (expected is not null && expected != identity.AccountId)
        {
            throw new ApiException("AccessDenied", $"Access Denied: x-amz-expected-bucket-owner is {expected}, and this machine's account is {identity.AccountId}.");
        }
    }
}
