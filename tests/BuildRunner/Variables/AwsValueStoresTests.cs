using System.Text.Json.Nodes;
using Sluice.BuildRunner.Variables;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner.Tests.Variables;

/// <summary>Against moto's server, as AWS answers.</summary>
public sealed class AwsValueStoresTests : IClassFixture<Moto>
{
    private readonly Moto _moto;

    public AwsValueStoresTests(Moto moto) => _moto = moto;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameters_are_found_by_name_version_and_ARN_and_decrypted()
    {
        var (environment, http) = await EnvironmentAsync();
        using var client = http;
        var put = new JsonObject { ["Name"] = "/shop/db", ["Value"] = "secret", ["Type"] = "SecureString" };
        await environment.Client(AwsJsonService.SystemsManager).CallAsync("PutParameter", put, Cancellation);

        var found = await new AwsValueStores(environment).ParametersAsync(["/shop/db", "/shop/db:1", "/shop/none"], Cancellation);

        found.ShouldBe(new Dictionary<string, string> { ["/shop/db"] = "secret", ["/shop/db:1"] = "secret" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Secrets_are_found_by_name_and_stage_and_one_that_is_not_there_is_told()
    {
        var (environment, http) = await EnvironmentAsync();
        using var client = http;
        await environment.Client(AwsJsonService.SecretsManager).CallAsync("CreateSecret", new JsonObject { ["Name"] = "shop/key", ["SecretString"] = "value" }, Cancellation);
        var stores = new AwsValueStores(environment);

        (await stores.SecretAsync("shop/key", null, null, Cancellation)).ShouldBe("value");
        (await stores.SecretAsync("shop/key", "AWSCURRENT", null, Cancellation)).ShouldBe("value");
        (await Should.ThrowAsync<StoreException>(() => stores.SecretAsync("shop/none", null, null, Cancellation))).Message.ShouldStartWith("ResourceNotFoundException: ");
    }

    [Fact]
    public async Task What_the_environment_does_not_say_is_told()
    {
        using var http = new HttpClient();
        var stores = new AwsValueStores(new AwsEnvironment(new Dictionary<string, string>(), http, TimeProvider.System));

        (await Should.ThrowAsync<StoreException>(() => stores.SecretAsync("x", null, null, Cancellation))).Message.ShouldBe("no Region is set; expected AWS_REGION");
    }

    private async Task<(AwsEnvironment Environment, HttpClient Http)> EnvironmentAsync()
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = "eu-west-1", ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test", ["AWS_ENDPOINT_URL"] = (await _moto.UrlAsync()).ToString(),
        };
        var http = new HttpClient();
        return (new AwsEnvironment(variables, http, TimeProvider.System), http);
    }
}
