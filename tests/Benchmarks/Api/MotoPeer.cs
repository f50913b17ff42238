using System.Text.Json.Nodes;
using Sluice.Platform.Tests.SigV4;
using Sluice.World;

namespace Sluice.Benchmarks.Api;

/// <summary>The same requests to moto's server, if it is installed. It keeps its deployments in memory, and verifies no signatures.</summary>
internal static class MotoPeer
{
    private const string Group = """
        {"applicationName":"shop","deploymentGroupName":"live","serviceRoleArn":"arn:aws:iam::123456789012:role/deploy","deploymentConfigName":"CodeDeployDefault.LambdaAllAtOnce"}
        """;

    private const string Deployment = """
        {"applicationName":"shop","deploymentGroupName":"live","deploymentConfigName":"CodeDeployDefault.LambdaAllAtOnce",
         "revision":{"revisionType":"String","string":{"content":"version: 0.0","sha256":"0"}}}
        """;

    /// <returns>GetDeployment and ListDeployments; null, and a line that says why, if there is no moto.</returns>
    public static async Task<IReadOnlyList<(string Name, Figures Figures)>?> MeasureAsync(IReadOnlyDictionary<string, string> environment, int count, TextWriter output)
    {
        var found = MotoServer.Find(environment.GetValueOrDefault("PATH"));
        if (found is null)
        {
            await output.WriteLineAsync($"  (without a peer: {MotoServer.Program} is not on PATH)");
            return null;
        }

        await using var moto = await MotoServer.StartAsync(found);
        using var http = new HttpCaller(moto.Url);
        var signer = new TestSigner("AKIAIOSFODNN7EXAMPLE", "any") { Host = moto.Url.Authority };
        var ids = await FillAsync(http, signer, count);
        return
        [
            ("GetDeployment, HTTP, moto", await Rate.MeasureAsync(SignedRequests.GetDeployment(signer, ids), http.CallAsync, ApiBenchmark.Connections)),
            ("ListDeployments, HTTP, moto", await Rate.MeasureAsync(SignedRequests.ListDeployments(signer), http.CallAsync, ApiBenchmark.Connections)),
        ];
    }

    private static async Task<IReadOnlyList<string>> FillAsync(HttpCaller http, TestSigner signer, int count)
    {
        await http.CallAsync(SignedRequests.Sign(signer, "CreateApplication", """{"applicationName":"shop","computePlatform":"Lambda"}"""));
        await http.CallAsync(SignedRequests.Sign(signer, "CreateDeploymentGroup", Group));
        var request = SignedRequests.Sign(signer, "CreateDeployment", Deployment);
        var ids = new List<string>();
        while (ids.Count < count)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, ApiBenchmark.Connections).Select(_ => http.CallAsync(request)));
            ids.AddRange(answers.Select(answer => (string)JsonNode.Parse(answer)!["deploymentId"]!));
        }

        return ids;
    }
}
