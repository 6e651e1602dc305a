using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using VipGateway;
using VipGateway.Rest;
using VipGateway.Soap;
using VipGateway.Soap.Proxy;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddOptions<VipOptions>().BindConfiguration(VipOptions.Section);
builder.Services
    .AddHttpClient<CredentialClient>(client => client.BaseAddress = VipOptions.Rest)
    .ConfigurePrimaryHttpMessageHandler(services => CreateHandler(services.GetRequiredService<IOptions<VipOptions>>().Value));
builder.Services.AddKeyedTransient("mgmt", (services, _) => CreateProxy(services, VipOptions.ManagementService));
builder.Services.AddKeyedTransient("val", (services, _) => CreateProxy(services, VipOptions.ValidationService));
builder.Services.AddTransient<HelpDesk>();
builder.Services.AddTransient<SecondFactor>();

var app = builder.Build();

app.MapPost("/credentials/{id}/activate", async (string id, OneTimeCode code, CredentialClient vip, CancellationToken token) =>
{
    await vip.ActivateAsync(id, code.Otp, token);
    return Results.NoContent();
});

app.MapPost("/credentials/{id}/validate", async (string id, OneTimeCode code, CredentialClient vip, CancellationToken token) =>
    await vip.ValidateAsync(id, code.Otp, token) ? Results.NoContent() : Results.Unauthorized());

app.MapPost("/credentials/{id}/unlock", async (string id, CredentialClient vip, CancellationToken token) =>
{
    await vip.UnlockAsync(id, token);
    return Results.NoContent();
});

app.MapGet("/credentials/{id}", async (string id, CredentialClient vip, CancellationToken token) =>
    await vip.GetInformationAsync(id, token));

app.MapPost("/phones/{number}/code", async (string number, SecondFactor factor) =>
    await factor.SendCodeAsync(number) ? Results.Accepted() : Results.Problem("The code could not be sent."));

app.MapPost("/phones/{number}/login", async (string number, OneTimeCode code, SecondFactor factor) =>
    await factor.LogInAsync(number, code.Otp) ? Results.NoContent() : Results.Unauthorized());

app.MapPost("/helpdesk/{id}/enable", async (string id, HelpDesk desk) =>
{
    await desk.EnableAsync(id);
    return Results.NoContent();
});

app.MapPost("/helpdesk/{id}/temporary-password", async (string id, HelpDesk desk) =>
    Results.Text(await desk.IssueTemporaryPasswordAsync(id)));

app.Run();

static HttpMessageHandler CreateHandler(VipOptions options) => new SocketsHttpHandler
{
    SslOptions = { ClientCertificates = new X509CertificateCollection { LoadCertificate(options) } },
    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
};

static vipSoapInterfaceClient CreateProxy(IServiceProvider services, string address)
{
    var client = new vipSoapInterfaceClient(vipSoapInterfaceClient.EndpointConfiguration.vipServiceAPI, address);
    client.ClientCredentials.ClientCertificate.Certificate =
        LoadCertificate(services.GetRequiredService<IOptions<VipOptions>>().Value);
    return client;
}

static X509Certificate2 LoadCertificate(VipOptions options) =>
    X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);

internal sealed record OneTimeCode(string Otp);
