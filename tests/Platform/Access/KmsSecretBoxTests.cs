using System.Security.Cryptography;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Sluice.Platform.Access.Kms;

namespace Sluice.Platform.Tests.Access;

public sealed class KmsSecretBoxTests(Moto moto)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sealed_opens_for_its_owner_and_for_nobody_else()
    {
        var config = new AmazonKeyManagementServiceConfig { ServiceURL = (await moto.UrlAsync()).ToString(), AuthenticationRegion = "us-east-1" };
        using var kms = new AmazonKeyManagementServiceClient(new BasicAWSCredentials("test", "test"), config);
        var key = await kms.CreateKeyAsync(new CreateKeyRequest(), Token);
        var box = new KmsSecretBox(kms, key.KeyMetadata.KeyId);

        var sealedSecret = await box.SealAsync("secret", "owner", Token);

        sealedSecret.ShouldNotContain("secret");
        (await box.OpenAsync(sealedSecret, "owner", Token)).ShouldBe("secret");
        await Should.ThrowAsync<CryptographicException>(() => box.OpenAsync(sealedSecret, "other", Token));
        await Should.ThrowAsync<CryptographicException>(() => box.OpenAsync("nonsense", "owner", Token));
    }
}
