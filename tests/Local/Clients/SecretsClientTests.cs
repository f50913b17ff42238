using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>Parameter Store and Secrets Manager, by AWS's own clients.</summary>
public sealed class SecretsClientTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task AWSs_library_puts_reads_and_deletes_parameters_and_secrets()
    {
        var said = JsonNode.Parse(await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, """
            import boto3, json, datetime
            ssm, secrets = boto3.client("ssm"), boto3.client("secretsmanager")
            ssm.put_parameter(Name="/shop/url", Value="http://shop", Type="String")
            ssm.put_parameter(Name="/shop/key", Value="k3y", Type="SecureString")
            opened = {p["Name"]: p["Value"] for page in ssm.get_paginator("get_parameters_by_path").paginate(Path="/shop", WithDecryption=True) for p in page["Parameters"]}
            sealed = ssm.get_parameter(Name="/shop/key")["Parameter"]
            made = secrets.create_secret(Name="shop/db", SecretBinary=b"\x00\xff")
            secrets.put_secret_value(SecretId=made["ARN"], SecretString="two")
            value = secrets.get_secret_value(SecretId="shop/db")
            gone = secrets.delete_secret(SecretId="shop/db", RecoveryWindowInDays=7)["DeletionDate"]
            def refused(call, **arguments):
                try:
                    return str(call(**arguments))
                except Exception as e:
                    return type(e).__name__ + ": " + str(e)
            print(json.dumps({
                "opened": opened, "sealed": "k3y" not in sealed["Value"], "recent": abs((datetime.datetime.now(datetime.timezone.utc) - sealed["LastModifiedDate"]).total_seconds()) < 600,
                "value": value["SecretString"], "stages": value["VersionStages"], "created": str(type(value["CreatedDate"])),
                "days": (gone - datetime.datetime.now(datetime.timezone.utc)).days in (6, 7),
                "refused": [refused(ssm.get_parameter, Name="none"), refused(ssm.put_parameter, Name="/shop/url", Value="x"), refused(secrets.get_secret_value, SecretId="shop/db"),
                    refused(secrets.rotate_secret, SecretId="shop/db").split(" Served are")[0]],
            }))
            """))!;

        said["opened"]!.ToJsonString().ShouldBe("""{"/shop/key":"k3y","/shop/url":"http://shop"}""");
        said["sealed"]!.GetValue<bool>().ShouldBeTrue();
        said["recent"]!.GetValue<bool>().ShouldBeTrue();
        said["days"]!.GetValue<bool>().ShouldBeTrue();
        said["value"]!.GetValue<string>().ShouldBe("two");
        said["stages"]!.ToJsonString().ShouldBe("""["AWSCURRENT"]""");
        said["created"]!.GetValue<string>().ShouldBe("<class 'datetime.datetime'>");
        said["refused"]!.AsArray().Select(refusal => (string)refusal!).ShouldBe(
        [
            "ParameterNotFound: An error occurred (ParameterNotFound) when calling the GetParameter operation: Parameter none not found.",
            "ParameterAlreadyExists: An error occurred (ParameterAlreadyExists) when calling the PutParameter operation: The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
            "InvalidRequestException: An error occurred (InvalidRequestException) when calling the GetSecretValue operation: You can't perform this operation on the secret because it was marked for deletion.",
            "ClientError: An error occurred (UnknownOperationException) when calling the RotateSecret operation: secretsmanager:RotateSecret is not served on this machine.",
        ], Case.Sensitive);
    }

    [Fact]
    public async Task A_reader_reads_what_is_no_secret_and_nobody_but_an_administrator_the_rest()
    {
        var said = JsonNode.Parse(await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, $$"""
            import boto3, json, os
            admin = boto3.client("ssm")
            admin.put_parameter(Name="/read/plain", Value="plain", Type="String")
            admin.put_parameter(Name="/read/secret", Value="hidden", Type="SecureString")
            boto3.client("secretsmanager").create_secret(Name="read", SecretString="hidden")
            os.environ["AWS_SHARED_CREDENTIALS_FILE"] = "{{Path.Combine(Path.GetDirectoryName(suite.Credentials)!, "function-credentials")}}"
            reader = boto3.session.Session()
            ssm, secrets = reader.client("ssm"), reader.client("secretsmanager")
            def asked(call, **arguments):
                try:
                    return json.dumps(call(**arguments), default=str)
                except Exception as e:
                    return e.response["Error"]["Code"] + " " + e.response["Error"]["Message"].split("perform: ")[-1]
            print(json.dumps([
                asked(ssm.get_parameter, Name="/read/plain"), asked(ssm.get_parameter, Name="/read/secret"), asked(secrets.list_secrets),
                asked(ssm.get_parameter, Name="/read/secret", WithDecryption=True), asked(ssm.get_parameters_by_path, Path="/read", WithDecryption=True),
                asked(secrets.get_secret_value, SecretId="read"), asked(secrets.batch_get_secret_value, SecretIdList=["read"]), asked(ssm.put_parameter, Name="x", Value="x", Type="String"),
            ]))
            """))!.AsArray().Select(answer => (string)answer!).ToList();

        said[0].ShouldContain("plain");
        said.ShouldAllBe(answer => !answer.Contains("hidden"));
        said[3].ShouldBe("AccessDeniedException kms:Decrypt because the role reader of its key does not allow it");
        said[4].ShouldBe(said[3]);
        said[5].ShouldBe("AccessDeniedException secretsmanager:GetSecretValue because the role reader of its key does not allow it");
        said[6].ShouldStartWith("AccessDeniedException secretsmanager:BatchGetSecretValue");
        said[7].ShouldStartWith("AccessDeniedException ssm:PutParameter");
    }
}
