namespace Sluice.Local.Cloud;

/// <summary>The account and Region that this machine plays: they appear in ARNs and in functions' environments.</summary>
/// <param name="Region">An AWS Region's name.</param>
/// <param name="AccountId">Twelve digits.</param>
public sealed record CloudIdentity(string Region = "us-east-1", string AccountId = "000000000000")
{
    /// <summary>A function's ARN, with a version or an alias if there is a qualifier.</summary>
    public string FunctionArn(string name, string? qualifier = null) =>
        $"arn:aws:lambda:{Region}:{AccountId}:function:{name}{(qualifier is null ? "" : ":" + qualifier)}";

    /// <summary>An alarm's ARN.</summary>
    public string AlarmArn(string name) => $"arn:aws:cloudwatch:{Region}:{AccountId}:alarm:{name}";

    /// <summary>A log group's ARN, without the <c>:*</c> that stands for its streams.</summary>
    public string LogGroupArn(string name) => $"arn:aws:logs:{Region}:{AccountId}:log-group:{name}";

    /// <summary>A log stream's ARN.</summary>
    public string LogStreamArn(string group, string stream) => $"{LogGroupArn(group)}:log-stream:{stream}";

    /// <summary>A parameter's ARN.</summary>
    public string ParameterArn(string name) => $"arn:aws:ssm:{Region}:{AccountId}:parameter{(name.StartsWith('/') ? "" : "/")}{name}";

    /// <summary>A secret's ARN.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="suffix">Six letters that tell it from another of the same name.</param>
    public string SecretArn(string name, string suffix) => $"arn:aws:secretsmanager:{Region}:{AccountId}:secret:{name}-{suffix}";

    /// <summary>The ARN of an ECS resource, e.g. <c>task/default/…</c>.</summary>
    public string EcsArn(string resource) => $"arn:aws:ecs:{Region}:{AccountId}:{resource}";

    /// <summary>The ARN of a load balancer, listener or target group, e.g. <c>targetgroup/name/id</c>.</summary>
    public string LoadBalancingArn(string resource) => $"arn:aws:elasticloadbalancing:{Region}:{AccountId}:{resource}";
}
