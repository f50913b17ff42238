namespace Sluice.Local.Tests.Cloud.Secrets;

public sealed class OtherKeyTests
{
    [Fact]
    public async Task What_another_key_has_sealed_is_refused_by_name_and_all_else_goes_on()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CallAsync("secretsmanager:createSecret", new { Name = "db", SecretString = "hidden" });
        await cloud.CallAsync("ssm:putParameter", new { Name = "key", Value = "hidden", Type = "SecureString" });
        File.Delete(Path.Combine(cloud.Folder, "secret.key"));
        await cloud.StartAsync();

        (await cloud.RefusedAsync("secretsmanager:getSecretValue", new { SecretId = "db" })).ShouldBe(
            ("SecretsManager.DecryptionFailureException", "Secrets Manager can't decrypt the protected secret text of db: it was sealed with another key than the one in the data folder's secret.key."));
        (await cloud.RefusedAsync("ssm:getParameter", new { Name = "key", WithDecryption = true })).Error.ShouldBe("Ssm.InvalidKeyIdException");
        (await cloud.RefusalAsync("ssm:getParameters", new { Names = new[] { "key", "none" }, WithDecryption = true })).ShouldBe("Ssm.InvalidKeyIdException");
        await cloud.CallAsync("secretsmanager:putSecretValue", new { SecretId = "db", SecretString = "again" });
        ((string?)(await cloud.CallAsync("secretsmanager:getSecretValue", new { SecretId = "db" }))["SecretString"]).ShouldBe("again");
    }
}
