using Sluice.Local.Cloud.Wire;

namespace Sluice.Local.Tests.Cloud.Wire;

public sealed class LambdaOperationsTests
{
    [Theory]
    [InlineData("GET", "/2018-10-31/layers", "", "ListLayers")]
    [InlineData("GET", "/2018-10-31/layers", "find=LayerVersion&Arn=a", "GetLayerVersionByArn")]
    [InlineData("POST", "/2015-03-31/functions/shop/policy", "", "AddPermission")]
    [InlineData("PUT", "/2017-10-31/functions/shop/concurrency", "", "PutFunctionConcurrency")]
    [InlineData("GET", "/2019-09-30/functions/shop/provisioned-concurrency", "List=ALL", "ListProvisionedConcurrencyConfigs")]
    [InlineData("GET", "/2019-09-30/functions/shop/provisioned-concurrency", "Qualifier=1", "GetProvisionedConcurrencyConfig")]
    [InlineData("GET", "/2017-03-31/tags/arn%3Aaws%3Alambda", "", "ListTags")]
    [InlineData("PATCH", "/2015-03-31/functions/shop", "", null)]
    public void A_request_is_called_by_its_operation(string method, string path, string query, string? name) => LambdaOperations.NameOf(method, path, query).ShouldBe(name);

    [Fact]
    public void Every_operation_that_is_served_is_one_of_Lambdas()
    {
        foreach (var route in LambdaRoute.All)
        {
            LambdaOperations.NameOf(route.Method, $"/{route.Version}/functions/{string.Join('/', route.Path)}", "").ShouldBe(route.Operation);
        }
    }
}
