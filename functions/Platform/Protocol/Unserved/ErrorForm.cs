namespace Sluice.Platform.Protocol.Unserved;

/// <summary>The forms that AWS's protocols give to an error.</summary>
internal enum ErrorForm
{
    /// <summary>AWS JSON 1.0 and 1.1: <c>{"__type", "message"}</c>.</summary>
    AwsJson,

    /// <summary>REST-JSON: <c>{"message"}</c>, and the error's name in a header.</summary>
    RestJson,

    /// <summary>Smithy's RPC v2 with CBOR.</summary>
    Cbor,

    /// <summary>The query protocol, and REST-XML but for S3: <c>ErrorResponse</c> with an <c>Error</c> in it.</summary>
    Query,

    /// <summary>EC2's query protocol: <c>Response</c> with a list of <c>Errors</c>.</summary>
    Ec2,

    /// <summary>S3: an <c>Error</c>.</summary>
    S3,
}
