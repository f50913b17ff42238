namespace Sluice.Local.Cloud.Wire;

/// <summary>All operations of Lambda's API, by AWS's model: one that is not served here is refused by its name.</summary>
internal static class LambdaOperations
{
    private const string Model = """
        AddLayerVersionPermission POST /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy
        AddPermission POST /2015-03-31/functions/{FunctionName}/policy
        CheckpointDurableExecution POST /2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint
        CreateAlias POST /2015-03-31/functions/{FunctionName}/aliases
        CreateCapacityProvider POST /2025-11-30/capacity-providers
        CreateCodeSigningConfig POST /2020-04-22/code-signing-configs
        CreateEventSourceMapping POST /2015-03-31/event-source-mappings
        CreateFunction POST /2015-03-31/functions
        CreateFunctionUrlConfig POST /2021-10-31/functions/{FunctionName}/url
        DeleteAlias DELETE /2015-03-31/functions/{FunctionName}/aliases/{Name}
        DeleteCapacityProvider DELETE /2025-11-30/capacity-providers/{CapacityProviderName}
        DeleteCodeSigningConfig DELETE /2020-04-22/code-signing-configs/{CodeSigningConfigArn}
        DeleteEventSourceMapping DELETE /2015-03-31/event-source-mappings/{UUID}
        DeleteFunction DELETE /2015-03-31/functions/{FunctionName}
        DeleteFunctionCodeSigningConfig DELETE /2020-06-30/functions/{FunctionName}/code-signing-config
        DeleteFunctionConcurrency DELETE /2017-10-31/functions/{FunctionName}/concurrency
        DeleteFunctionEventInvokeConfig DELETE /2019-09-25/functions/{FunctionName}/event-invoke-config
        DeleteFunctionUrlConfig DELETE /2021-10-31/functions/{FunctionName}/url
        DeleteLayerVersion DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}
        DeleteProvisionedConcurrencyConfig DELETE /2019-09-30/functions/{FunctionName}/provisioned-concurrency
        GetAccountSettings GET /2016-08-19/account-settings
        GetAlias GET /2015-03-31/functions/{FunctionName}/aliases/{Name}
        GetCapacityProvider GET /2025-11-30/capacity-providers/{CapacityProviderName}
        GetCodeSigningConfig GET /2020-04-22/code-signing-configs/{CodeSigningConfigArn}
        GetDurableExecution GET /2025-12-01/durable-executions/{DurableExecutionArn}
        GetDurableExecutionHistory GET /2025-12-01/durable-executions/{DurableExecutionArn}/history
        GetDurableExecutionState GET /2025-12-01/durable-executions/{DurableExecutionArn}/state
        GetEventSourceMapping GET /2015-03-31/event-source-mappings/{UUID}
        GetFunction GET /2015-03-31/functions/{FunctionName}
        GetFunctionCodeSigningConfig GET /2020-06-30/functions/{FunctionName}/code-signing-config
        GetFunctionConcurrency GET /2019-09-30/functions/{FunctionName}/concurrency
        GetFunctionConfiguration GET /2015-03-31/functions/{FunctionName}/configuration
        GetFunctionEventInvokeConfig GET /2019-09-25/functions/{FunctionName}/event-invoke-config
        GetFunctionRecursionConfig GET /2024-08-31/functions/{FunctionName}/recursion-config
        GetFunctionScalingConfig GET /2025-11-30/functions/{FunctionName}/function-scaling-config
        GetFunctionUrlConfig GET /2021-10-31/functions/{FunctionName}/url
        GetLayerVersion GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}
        GetLayerVersionByArn GET /2018-10-31/layers?find=LayerVersion
        GetLayerVersionPolicy GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy
        GetPolicy GET /2015-03-31/functions/{FunctionName}/policy
        GetProvisionedConcurrencyConfig GET /2019-09-30/functions/{FunctionName}/provisioned-concurrency
        GetRuntimeManagementConfig GET /2021-07-20/functions/{FunctionName}/runtime-management-config
        Invoke POST /2015-03-31/functions/{FunctionName}/invocations
        InvokeAsync POST /2014-11-13/functions/{FunctionName}/invoke-async
        InvokeWithResponseStream POST /2021-11-15/functions/{FunctionName}/response-streaming-invocations
        ListAliases GET /2015-03-31/functions/{FunctionName}/aliases
        ListCapacityProviders GET /2025-11-30/capacity-providers
        ListCodeSigningConfigs GET /2020-04-22/code-signing-configs
        ListDurableExecutionsByFunction GET /2025-12-01/functions/{FunctionName}/durable-executions
        ListEventSourceMappings GET /2015-03-31/event-source-mappings
        ListFunctionEventInvokeConfigs GET /2019-09-25/functions/{FunctionName}/event-invoke-config/list
        ListFunctionUrlConfigs GET /2021-10-31/functions/{FunctionName}/urls
        ListFunctionVersionsByCapacityProvider GET /2025-11-30/capacity-providers/{CapacityProviderName}/function-versions
        ListFunctions GET /2015-03-31/functions
        ListFunctionsByCodeSigningConfig GET /2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions
        ListLayerVersions GET /2018-10-31/layers/{LayerName}/versions
        ListLayers GET /2018-10-31/layers
        ListProvisionedConcurrencyConfigs GET /2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL
        ListTags GET /2017-03-31/tags/{Resource}
        ListVersionsByFunction GET /2015-03-31/functions/{FunctionName}/versions
        PublishLayerVersion POST /2018-10-31/layers/{LayerName}/versions
        PublishVersion POST /2015-03-31/functions/{FunctionName}/versions
        PutFunctionCodeSigningConfig PUT /2020-06-30/functions/{FunctionName}/code-signing-config
        PutFunctionConcurrency PUT /2017-10-31/functions/{FunctionName}/concurrency
        PutFunctionEventInvokeConfig PUT /2019-09-25/functions/{FunctionName}/event-invoke-config
        PutFunctionRecursionConfig PUT /2024-08-31/functions/{FunctionName}/recursion-config
        PutFunctionScalingConfig PUT /2025-11-30/functions/{FunctionName}/function-scaling-config
        PutProvisionedConcurrencyConfig PUT /2019-09-30/functions/{FunctionName}/provisioned-concurrency
        PutRuntimeManagementConfig PUT /2021-07-20/functions/{FunctionName}/runtime-management-config
        RemoveLayerVersionPermission DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}
        RemovePermission DELETE /2015-03-31/functions/{FunctionName}/policy/{StatementId}
        SendDurableExecutionCallbackFailure POST /2025-12-01/durable-execution-callbacks/{CallbackId}/fail
        SendDurableExecutionCallbackHeartbeat POST /2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat
        SendDurableExecutionCallbackSuccess POST /2025-12-01/durable-execution-callbacks/{CallbackId}/succeed
        StopDurableExecution POST /2025-12-01/durable-executions/{DurableExecutionArn}/stop
        TagResource POST /2017-03-31/tags/{Resource}
        UntagResource DELETE /2017-03-31/tags/{Resource}
        UpdateAlias PUT /2015-03-31/functions/{FunctionName}/aliases/{Name}
        UpdateCapacityProvider PUT /2025-11-30/capacity-providers/{CapacityProviderName}
        UpdateCodeSigningConfig PUT /2020-04-22/code-signing-configs/{CodeSigningConfigArn}
        UpdateEventSourceMapping PUT /2015-03-31/event-source-mappings/{UUID}
        UpdateFunctionCode PUT /2015-03-31/functions/{FunctionName}/code
        UpdateFunctionConfiguration PUT /2015-03-31/functions/{FunctionName}/configuration
        UpdateFunctionEventInvokeConfig POST /2019-09-25/functions/{FunctionName}/event-invoke-config
        UpdateFunctionUrlConfig PUT /2021-10-31/functions/{FunctionName}/url
        """;

    private static readonly string[][] All = [.. Model.Split('\n').Select(line => line.Trim().Split(' '))];

    /// <summary>What a request asks for; null if that is no operation of Lambda's at all.</summary>
    /// <param name="path">As it was sent.</param>
    /// <param name="query">The same, without the question mark.</param>
    public static string? NameOf(string method, string path, string query)
    {
        var fits = All.Where(operation => operation[1] == method && Fits(operation[2].Split('?'), path, query));
        return fits.OrderByDescending(operation => operation[2].Contains('?', StringComparison.Ordinal)).FirstOrDefault()?[0];
    }

    private static bool Fits(string[] pattern, string path, string query)
    {
        var (parts, given) = (Parts(pattern[0]), Parts(path));
        return parts.Length == given.Length
            && parts.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second)
            && (pattern.Length == 1 || query.Split('&').Contains(pattern[1], StringComparer.Ordinal));
    }

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
