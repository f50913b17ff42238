namespace Sluice.Lambdas.Tests.Rights;

/// <summary>A call of an AWS client, e.g. <c>IAmazonS3.GetObjectAsync(GetObjectRequest)</c>.</summary>
internal sealed record SdkCall(string Client, string Method, string Input)
{
    public override string ToString() => $"{Client}.{Method}({Input})";
}
